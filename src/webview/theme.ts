/** The colours of the page, from the editor's theme. */
export const THEME = `
:root{--font:var(--vscode-font-family),"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;--page:var(--vscode-editor-background);--card:var(--vscode-editorWidget-background,var(--vscode-editor-background));--node:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--muted:var(--vscode-descriptionForeground);--line:var(--vscode-contrastBorder,var(--vscode-widget-border,var(--vscode-panel-border,rgb(128 128 128/.35))));--hover:var(--vscode-list-hoverBackground);--shade:var(--vscode-scrollbar-shadow,transparent);--link:var(--vscode-textLink-foreground);--focus:var(--vscode-focusBorder);--late:var(--vscode-errorForeground);--blue:var(--vscode-charts-blue);--teal:var(--vscode-charts-purple);--red:var(--vscode-charts-red);--amber:var(--vscode-charts-yellow);--on-amber:var(--vscode-editor-background);--green:var(--vscode-charts-green);--grey:var(--vscode-charts-lines,var(--vscode-disabledForeground));--edge:none;--edge-width:0}
body{font-size:var(--vscode-font-size,13px)}
body.vscode-high-contrast,body.vscode-high-contrast-light{--edge:var(--vscode-contrastBorder);--edge-width:1;--hover:transparent}
body:is(.vscode-high-contrast,.vscode-high-contrast-light) .grid{opacity:.35}
body.vscode-high-contrast :is(.node,button):hover .box,body.vscode-high-contrast-light :is(.node,button):hover .box{stroke:var(--vscode-contrastActiveBorder)}
a:not([href]){color:var(--link)}
.node:not([href]){color:inherit}
`;
