import { useDocumentTitle } from '../../common/parts/use-document-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What the page is called in this portal. */
export const useTitle = (title: string): void => useDocumentTitle(title, useTexts().t('frame.brand'));
