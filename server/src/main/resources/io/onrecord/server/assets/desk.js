'use strict';

// What pages do more easily with script. Each of them works without: nothing here is needed to reach anything.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';

  // --- Light or dark, without asking the server for the page again. ---

  const YEAR = 31536000;

  function paint(theme) {
    if (theme === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
    for (const button of document.querySelectorAll('.theme button')) {
      button.setAttribute('aria-pressed', String(button.value === theme));
    }
  }

  document.addEventListener('submit', event => {
    const button = event.submitter;
    if (button && event.target.matches('.theme')) {
      event.preventDefault();
      document.cookie = `onrecord-theme=${button.value}; path=/; max-age=${YEAR}; samesite=lax`;
      paint(button.value);
    }
  });

  // --- Copying: data-copy names the element whose text is taken, or holds the text after a colon. ---

  const said = document.getElementById('said');

  function say(words) {
    if (said) {
      said.textContent = '';
      // A change is only told when it comes after a pause.
      setTimeout(() => { said.textContent = words; }, 50);
    }
  }

  function textToCopy(button) {
    const what = button.dataset.copy;
    if (what.startsWith('#')) {
      const from = document.querySelector(what);
      return from ? ('value' in from ? from.value : from.textContent) : '';
    }
    return what.startsWith(':') ? what.slice(1) : what;
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(textToCopy(button));
      say('Copied');
      button.dataset.copied = '';
      setTimeout(() => delete button.dataset.copied, 1500);
    } catch (refused) {
      say('The browser did not allow copying');
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (button) {
      copy(button);
    }
    const opener = event.target.closest('[data-keys]');
    if (opener) {
      help();
    }
  });

  // --- Keys: an element with data-key is pressed, followed or focused by that key, and listed in the help. ---

  const STORED = 'onrecord-keys';

  function keysAreOn() {
    try {
      return localStorage.getItem(STORED) !== 'off';
    } catch (refused) {
      return true;
    }
  }

  function turnKeys(on) {
    try {
      localStorage.setItem(STORED, on ? 'on' : 'off');
    } catch (refused) {
      // Then it lasts as long as the page, which is no reason to fail.
    }
  }

  function isTyping(target) {
    return target.isContentEditable
      || target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])');
  }

  function use(element) {
    if (element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
  }

  function named(key) {
    for (const element of document.querySelectorAll('[data-key]')) {
      if (element.dataset.key === key && !element.disabled && element.getClientRects().length > 0) {
        return element;
      }
    }
    return null;
  }

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
        || isTyping(event.target) || document.querySelector('dialog[open]') || !keysAreOn()) {
      return;
    }
    if (event.key === '?') {
      event.preventDefault();
      help();
      return;
    }
    const element = named(event.key);
    if (element) {
      event.preventDefault();
      use(element);
    }
  });

  // --- The list of keys. ---

  function line(list, key, what) {
    const dt = document.createElement('dt');
    const kbd = document.createElement('kbd');
    kbd.textContent = key;
    dt.append(kbd);
    const dd = document.createElement('dd');
    dd.textContent = what;
    list.append(dt, dd);
  }

  function help() {
    const dialog = document.getElementById('keys');
    if (!dialog || dialog.open) {
      return;
    }
    const list = dialog.querySelector('dl');
    list.replaceChildren();
    const seen = new Set();
    for (const element of document.querySelectorAll('[data-key]')) {
      if (!seen.has(element.dataset.key)) {
        seen.add(element.dataset.key);
        line(list, element.dataset.key, element.dataset.keyHelp || element.textContent.trim() || element.getAttribute('aria-label'));
      }
    }
    // Keys that a page handles by itself stand in a list of its own.
    for (const own of document.querySelectorAll('template[data-more-keys]')) {
      for (const item of own.content.querySelectorAll('[data-for]')) {
        line(list, item.dataset.for, item.textContent.trim());
      }
    }
    line(list, '?', 'This list');
    const on = dialog.querySelector('input[name=keys]');
    on.checked = keysAreOn();
    on.onchange = () => turnKeys(on.checked);
    dialog.showModal();
  }
})();
