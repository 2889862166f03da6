// Asks authenticators: reads the options from the page, puts the answer into the form's hidden field, and submits the form.
(function () {
  'use strict';

  function bytes(text) {
    var padded = text.replace(/-/g, '+').replace(/_/g, '/');
    return Uint8Array.from(atob(padded), function (character) { return character.charCodeAt(0); });
  }

  function text(buffer) {
    var characters = Array.from(new Uint8Array(buffer), function (byte) { return String.fromCharCode(byte); }).join('');
    return btoa(characters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function withIds(credentials) {
    return (credentials || []).map(function (credential) {
      var copy = Object.assign({}, credential, { id: bytes(credential.id) });
      if (copy.transports && !copy.transports.length) {
        delete copy.transports;
      }
      return copy;
    });
  }

  // The JSON forms of WebAuthn Level 3 section 5.1.8 to 5.1.10, done by hand because older browsers do not know them.
  function publicKeyOf(json) {
    var options = Object.assign({}, json, { challenge: bytes(json.challenge) });
    if (json.user) {
      options.user = Object.assign({}, json.user, { id: bytes(json.user.id) });
      options.excludeCredentials = withIds(json.excludeCredentials);
    } else {
      options.allowCredentials = withIds(json.allowCredentials);
    }
    return options;
  }

  function answerOf(credential) {
    var response = { clientDataJSON: text(credential.response.clientDataJSON) };
    ['attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach(function (name) {
      if (credential.response[name]) {
        response[name] = text(credential.response[name]);
      }
    });
    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || null,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: response
    });
  }

  var REASONS = { NotAllowedError: 'cancelled', InvalidStateError: 'known', SecurityError: 'insecure', NotSupportedError: 'unsupported', ConstraintError: 'unsupported' };

  function Authenticator(element) {
    this.element = element;
    this.form = element.closest('form');
    this.field = element.querySelector('[data-answer]');
    this.problem = element.querySelector('[data-problem]');
    this.waiting = element.querySelector('[data-waiting]');
    this.button = element.querySelector('button');
    this.publicKey = publicKeyOf(JSON.parse(element.dataset.options));
  }

  // One question at a time: a new one takes the place of the one that waits.
  Authenticator.prototype.ask = function (mediation) {
    if (this.pending) {
      this.pending.abort();
    }
    this.pending = new AbortController();
    var request = { publicKey: this.publicKey, signal: this.pending.signal };
    if (mediation) {
      request.mediation = mediation;
    }
    return this.element.dataset.webauthn === 'create' ? navigator.credentials.create(request) : navigator.credentials.get(request);
  };

  Authenticator.prototype.send = function (credential) {
    this.field.value = answerOf(credential);
    HTMLFormElement.prototype.submit.call(this.form);
  };

  Authenticator.prototype.show = function (reason) {
    this.problem.textContent = this.problem.dataset[reason];
    this.button.textContent = this.button.dataset.retry;
  };

  Authenticator.prototype.start = function () {
    var self = this;
    self.problem.textContent = '';
    self.button.disabled = true;
    self.waiting.hidden = false;
    self.ask().then(function (credential) {
      self.send(credential);
    }).catch(function (error) {
      self.button.disabled = false;
      self.waiting.hidden = true;
      self.show(REASONS[error.name] || 'failed');
    });
  };

  // The browser offers passkeys where the name is typed; whoever types a name instead is not told of anything.
  Authenticator.prototype.offer = function () {
    var self = this;
    if (!window.PublicKeyCredential.isConditionalMediationAvailable) {
      return;
    }
    window.PublicKeyCredential.isConditionalMediationAvailable().then(function (available) {
      return available ? self.ask('conditional') : null;
    }).then(function (credential) {
      if (credential) {
        self.send(credential);
      }
    }).catch(function () { /* the button is still there */ });
  };

  document.querySelectorAll('[data-webauthn]').forEach(function (element) {
    var authenticator = new Authenticator(element);
    var conditional = element.dataset.webauthn === 'conditional';
    if (!window.PublicKeyCredential || !navigator.credentials) {
      if (!conditional) {
        authenticator.show(window.isSecureContext ? 'unsupported' : 'insecure');
      }
      return;
    }
    authenticator.button.hidden = false;
    authenticator.button.addEventListener('click', function () { authenticator.start(); });
    if (conditional) {
      authenticator.offer();
    } else if (element.dataset.auto === 'true') {
      authenticator.start();
    }
  });
}());
