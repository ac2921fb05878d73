/**
 * Components that few readers need, loaded when the first of them does. They are one file, because a second one that
 * draws would make the bundler move what both need out of the page's script.
 */
export { CodeForms } from '../components/code-form.tsx';
export { SimilarQuestions } from '../components/similar-questions.tsx';
export { similarQuestions } from './similar-questions.ts';
export { ReadingSettingsPanel } from '../components/reading-settings-panel.tsx';
