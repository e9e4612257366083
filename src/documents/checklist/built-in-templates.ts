/** The templates that ship, by the names that `--template` takes. */
export const CHECKLIST_TEMPLATES = {
  markdown: 'checklist.md.liquid',
  text: 'checklist.txt.liquid',
  org: 'checklist.org.liquid',
  'todo.txt': 'checklist.todo.txt.liquid',
} as const;

export type ChecklistTemplateName = keyof typeof CHECKLIST_TEMPLATES;

export const isChecklistTemplate = (name: string): name is ChecklistTemplateName =>
  Object.hasOwn(CHECKLIST_TEMPLATES, name);
