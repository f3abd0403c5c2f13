import ts from 'typescript'

const sqlWords = /\b(SELECT|INSERT INTO|WHERE|HAVING|VALUES|ALTER TABLE|CREATE TABLE|DELETE FROM)\b/

/**
 * Finds values that are put between quotes by hand in a template that is SQL, such as `WHERE id = '${id}'`.
 * Only the literal encoder of core/sql may do that: everywhere else a hostile value would end the quotes and go on as SQL.
 * @returns one line number for each
 */
export function handQuotedValues(path: string, text: string): number[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lines: number[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) && sqlWords.test(node.getText(source))) {
      for (const [index, { literal }] of node.templateSpans.entries()) {
        const before = index === 0 ? node.head.text : (node.templateSpans[index - 1]?.literal.text ?? '')
        if (before.endsWith("'") && literal.text.startsWith("'")) {
          lines.push(source.getLineAndCharacterOfPosition(literal.getStart(source)).line + 1)
        }
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lines
}
