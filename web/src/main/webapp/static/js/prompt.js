// Reads a chosen file into the form: the answer carries it as a data URI.
(function () {
  'use strict';

  function problem(field, text) {
    var place = document.getElementById(field.id + '-problem');
    if (place) {
      place.textContent = text;
    }
  }

  function read(field, done) {
    var target = field.parentNode.querySelector('input[type=hidden]');
    var file = field.files[0];
    target.value = '';
    problem(field, '');
    if (!file) {
      done();
      return;
    }
    if (file.size > Number(field.dataset.largest)) {
      problem(field, field.dataset.toolarge);
      field.value = '';
      done();
      return;
    }
    var reader = new FileReader();
    reader.onload = function () {
      // A file whose type the browser does not know has none in its URI.
      target.value = reader.result.replace(/^data:;base64/, 'data:application/octet-stream;base64');
      done();
    };
    reader.onerror = done;
    reader.readAsDataURL(file);
  }

  document.querySelectorAll('input[data-file]').forEach(function (field) {
    var button = field.form.querySelector('button[type=submit]');
    field.addEventListener('change', function () {
      button.disabled = true;
      read(field, function () {
        button.disabled = false;
      });
    });
  });
}());
