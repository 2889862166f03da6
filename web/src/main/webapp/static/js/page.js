// Niceties that pages do without: showing a password, closing a menu.
(function () {
  'use strict';

  function addPasswordToggle(field) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'reveal';
    button.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-controls', field.id);
    button.textContent = field.dataset.show;
    button.addEventListener('click', function () {
      var shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
      button.textContent = shown ? field.dataset.show : field.dataset.hide;
      field.focus();
    });
    field.parentNode.classList.add('with-reveal');
    field.parentNode.appendChild(button);
  }

  // An open menu closes with Escape, which gives the focus back, and by a click or a step elsewhere.
  function closeByItself(menu) {
    menu.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
    ['click', 'focusin'].forEach(function (kind) {
      document.addEventListener(kind, function (event) {
        if (menu.open && !menu.contains(event.target)) {
          menu.open = false;
        }
      });
    });
  }

  document.querySelectorAll('details.menu').forEach(closeByItself);
  document.querySelectorAll('input[type=password][data-show]').forEach(addPasswordToggle);
}());
