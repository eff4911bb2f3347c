import type * as vscode from 'vscode';

/** The frame of a page that runs one script of the extension and nothing else; its content comes by messages, its look from the script. */
export function pageOf(webview: Pick<vscode.Webview, 'asWebviewUri'>, script: vscode.Uri, { title, waiting }: { readonly title: string; readonly waiting: string }): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body>
<div id="content"><p>${escaped(waiting)}</p></div>
<script nonce="${nonce}" src="${escaped(webview.asWebviewUri(script).toString())}"></script>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
