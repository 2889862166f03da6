// Sends the form that carries the browser on; without script its button does the same.
(function () {
  'use strict';
  var form = document.getElementById('autosubmit');
  if (form) {
    HTMLFormElement.prototype.submit.call(form);
  }
}());
