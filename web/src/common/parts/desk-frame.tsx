import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.js';
import { SignOut } from './sign-out.js';
import { foldAround, useEscape } from './use-escape.js';

interface Around {
  /** What the portal is called. */
  readonly brand: string;
  /** Who is signed in; nothing where nobody is. */
  readonly who: ReactNode;
  /** What he finds beside it. */
  readonly links?: ReactNode;
  /** Where he can go. */
  readonly rooms: ReactNode;
  readonly children: ReactNode;
}

/** What is around every page at a desk. */
export function DeskFrame({ brand, who, links, rooms, children }: Around) {
  const { t } = useTranslation('common');
  useEscape(foldAround);
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {brand}
        </Link>
        <div className="who">
          {who}
          <LanguageSwitch />
          {who && links}
          {who && <SignOut />}
        </div>
      </header>
      <div className="desk">
        {rooms}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
