// Remembers, in this browser only, who logged in here before, if the person wants that.
(function () {
  'use strict';

  var KEY = 'gatehouse-remember-me';
  var field = document.getElementById('username');
  var box = document.getElementById('remember-name');
  if (!field || !box) {
    return;
  }

  function stored() {
    try {
      return window.localStorage.getItem(KEY) || '';
    } catch (denied) {
      return '';
    }
  }

  function store(name) {
    try {
      if (name) {
        window.localStorage.setItem(KEY, name);
      } else {
        window.localStorage.removeItem(KEY);
      }
    } catch (denied) {
      // The browser keeps nothing; then nothing is remembered.
    }
  }

  box.closest('[hidden]').hidden = false;
  var known = stored();
  if (known) {
    box.checked = true;
    if (!field.value) {
      field.value = known;
      var password = document.getElementById('password');
      if (password) {
        password.focus();
      }
    }
  }
  field.form.addEventListener('submit', function () {
    store(box.checked ? field.value.trim() : '');
  });
}());
