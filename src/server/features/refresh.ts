import { Method, type FoldersParams } from '../../protocol/protocol.ts';
import type { Session } from '../session.ts';

/** Reads everything again on request, and folders when the client says that they came or went. */
export function refresh(session: Session): void {
  session.connection.onRequest(Method.refresh, () => session.refresh());
  session.connection.onNotification(Method.foldersChanged, ({ uris, hasOthers }: FoldersParams) => {
    session.changedOnDisk(uris);
    if (hasOthers) session.filesAppeared();
  });
}
