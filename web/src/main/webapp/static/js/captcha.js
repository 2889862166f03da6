// Shows a captcha of reCAPTCHA, hCaptcha or Turnstile, whose own script is loaded beside this one, and puts its answer into the form.
(function () {
  'use strict';

  var PATIENCE = 20000;
  var place = document.getElementById('captcha');
  var token = document.getElementById('captcha-token');
  var interactive = place.dataset.interactive === 'true';
  var siteKey = place.dataset.siteKey;
  var started = Date.now();
  // After a wrong answer, sending by itself would go on for ever.
  var sends = place.dataset.sends === 'true' && !document.getElementById('captcha-problem').textContent.trim();

  function solved(answer) {
    token.value = answer;
    if (sends) {
      // Not submit(): the button of that id hides it.
      token.form.requestSubmit();
    }
  }

  function widget(service) {
    var holder = document.createElement('div');
    place.appendChild(holder);
    var options = { sitekey: siteKey, callback: solved, 'expired-callback': function () { token.value = ''; } };
    // Turnstile decides by the key what it looks like.
    if (!interactive && service !== window.turnstile) {
      options.size = 'invisible';
    }
    var id = service.render(holder, options);
    if (!interactive && service !== window.turnstile && service.execute) {
      service.execute(id);
    }
  }

  // reCAPTCHA with scores has no widget; its script is told the key in its address.
  function isScored() {
    var render = new URL(place.dataset.script, window.location.href).searchParams.get('render');
    return render !== null && render !== 'explicit' && render !== 'onload';
  }

  function show(service) {
    if (service === window.grecaptcha) {
      service.ready(function () {
        if (isScored()) {
          service.execute(siteKey, { action: 'login' }).then(solved);
        } else {
          widget(service);
        }
      });
    } else {
      widget(service);
    }
  }

  function awaitService() {
    var service = window.turnstile || window.hcaptcha || window.grecaptcha;
    if (service && (service.render || service.ready)) {
      show(service);
    } else if (Date.now() - started < PATIENCE) {
      window.setTimeout(awaitService, 50);
    } else {
      document.getElementById('captcha-problem').textContent = place.dataset.failed;
    }
  }

  awaitService();
}());
