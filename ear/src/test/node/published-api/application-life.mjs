// The life of an application as npm's typed client drives it: made with all that belongs to it, used, changed, and taken away again.
// Usage: node application-life.mjs '{"url", "token"}'; prints what was done, or fails with the first answer that the client cannot read.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'

const client = createRequire(import.meta.url)('@goauthentik/api')
const order = JSON.parse(process.argv[2])
const run = randomBytes(5).toString('hex')
const name = what => `life-${run}-${what}`
const done = []

/** All parts of the API for somebody who sends this token, or who is a browser with these cookies. */
function apis({ token, cookies } = {}) {
  const configuration = new client.Configuration({
    basePath: `${order.url}/api/v3`,
    accessToken: token,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    fetchApi: cookies ? (url, init) => browse(cookies, url, init) : fetch,
  })
  return Object.fromEntries(['Core', 'Crypto', 'Events', 'Flows', 'Policies', 'Propertymappings', 'Providers', 'Stages']
    .map(part => [part.toLowerCase(), new client[`${part}Api`](configuration)]))
}

/** A request with cookies, which an answer may change. */
async function browse(cookies, url, init = {}) {
  const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
  for (const line of response.headers.getSetCookie()) {
    const [pair] = line.split(';')
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return response
}

/** The answer, if it is what the client takes for an object of this type. */
function as(type, value) {
  assert.ok(client[`instanceOf${type}`](value), `no ${type}: ${JSON.stringify(value)}`)
  sound(value, type)
  done.push(type)
  return value
}

/** A date that the client could not read is one that no clock shows. */
function sound(value, path) {
  if (value instanceof Date) {
    assert.ok(!Number.isNaN(value.getTime()), `${path} is no date`)
  } else if (value && typeof value === 'object') {
    Object.entries(value).forEach(([key, one]) => sound(one, `${path}.${key}`))
  }
}

/** Every page of a list has to say how many there are. */
function page(type, value) {
  as(`Paginated${type}List`, value)
  assert.equal(typeof value.pagination.count, 'number')
  value.results.forEach(one => as(type, one))
  return value.results
}

/** The status that the server refuses a call with. */
async function refused(call) {
  try {
    await call
  } catch (error) {
    assert.ok(error instanceof client.ResponseError, String(error))
    return { status: error.response.status, body: await error.response.text() }
  }
  assert.fail('the call was not refused')
}

const admin = apis({ token: order.token })
const { core, events, flows, policies, providers, stages } = admin
const redirectUri = 'https://life.example.com/callback'
const secret = `secret-of-${run}-long-enough-for-anything`
const password = 'eight-eager-eels-eat'

// Flows, stages and what binds them.
const flow = as('Flow', await flows.flowsInstancesCreate({ flowRequest: { name: name('login'), slug: name('login'), title: 'Log in', designation: 'authentication' } }))
const consent = as('Flow', await flows.flowsInstancesCreate({ flowRequest: { name: name('consent'), slug: name('consent'), title: 'Allow', designation: 'authorization' } }))
const identification = as('IdentificationStage', await stages.stagesIdentificationCreate({ identificationStageRequest: { name: name('who'), userFields: ['username'] } }))
const secretStage = as('PasswordStage', await stages.stagesPasswordCreate({ passwordStageRequest: { name: name('password'), backends: ['authentik.core.auth.InbuiltBackend'] } }))
const login = as('UserLoginStage', await stages.stagesUserLoginCreate({ userLoginStageRequest: { name: name('in'), sessionDuration: 'hours=1' } }))
const bound = []
for (const [place, stage] of [identification, secretStage, login].entries()) {
  bound.push(as('FlowStageBinding', await flows.flowsBindingsCreate({ flowStageBindingRequest: { target: flow.pk, stage: stage.pk, order: place * 10 } })))
}
assert.deepEqual(page('FlowStageBinding', await flows.flowsBindingsList({ target: flow.pk, ordering: 'order' })).map(one => one.stage),
  [identification.pk, secretStage.pk, login.pk])

// A policy, a provider, an application, people, and who may enter.
const policy = as('ExpressionPolicy', await policies.policiesExpressionCreate({ expressionPolicyRequest: { name: name('policy'), expression: `user.username.startsWith("life-${run}")` } }))
const pair = (await admin.crypto.cryptoCertificatekeypairsList({ hasKey: true })).results[0]
const mappings = page('ScopeMapping', await admin.propertymappings.propertymappingsProviderScopeList({ pageSize: 100 }))
const provider = as('OAuth2Provider', await providers.providersOauth2Create({ oAuth2ProviderRequest: {
  name: name('provider'), clientId: name('client'), clientSecret: secret, clientType: 'confidential', grantTypes: ['authorization_code', 'refresh_token'],
  authenticationFlow: flow.pk, authorizationFlow: consent.pk, invalidationFlow: (await flows.flowsInstancesRetrieve({ slug: 'default-provider-invalidation-flow' })).pk,
  signingKey: pair.pk, propertyMappings: mappings.filter(one => one.managed).map(one => one.pk),
  redirectUris: [{ matchingMode: 'strict', url: redirectUri }] } }))
const application = as('Application', await core.coreApplicationsCreate({ applicationRequest: {
  name: name('application'), slug: name('application'), provider: provider.pk, policyEngineMode: 'all', metaLaunchUrl: 'https://life.example.com/' } }))
const group = as('Group', await core.coreGroupsCreate({ groupRequest: { name: name('group') } }))
const user = as('User', await core.coreUsersCreate({ userRequest: { username: name('user'), name: 'Somebody Alive', email: `${name('user')}@example.com`, path: 'life' } }))
const other = as('User', await core.coreUsersCreate({ userRequest: { username: `other-${run}`, name: 'Somebody Else' } }))
await core.coreUsersSetPasswordCreate({ id: user.pk, userPasswordSetRequest: { password } })
await core.coreGroupsAddUserCreate({ groupUuid: group.pk, userAccountRequest: { pk: user.pk } })
assert.deepEqual((await core.coreGroupsRetrieve({ groupUuid: group.pk })).users, [user.pk])
const byPolicy = as('PolicyBinding', await policies.policiesBindingsCreate({ policyBindingRequest: { target: application.pk, policy: policy.pk, order: 0 } }))
const byGroup = as('PolicyBinding', await policies.policiesBindingsCreate({ policyBindingRequest: { target: application.pk, group: group.pk, order: 1 } }))
assert.equal(page('PolicyBinding', await policies.policiesBindingsList({ target: application.pk })).length, 2)
const mayEnter = async id => as('PolicyTestResult', await core.coreApplicationsCheckAccessRetrieve({ slug: application.slug, forUser: id })).passing
assert.equal(await mayEnter(user.pk), true)
assert.equal(await mayEnter(other.pk), false)
assert.equal(as('PolicyTestResult', await policies.policiesAllTestCreate({ policyUuid: policy.pk, policyTestRequest: { user: other.pk } })).passing, false)

// A token with which the user is somebody, too.
const token = as('Token', await core.coreTokensCreate({ tokenRequest: { identifier: name('token'), intent: 'api', user: user.pk, description: 'For life' } }))
const key = as('TokenView', await core.coreTokensViewKeyRetrieve({ identifier: token.identifier })).key
const own = as('SessionUser', await apis({ token: key }).core.coreUsersMeRetrieve())
assert.equal(own.user.username, user.username)
assert.equal((await refused(apis({ token: key }).core.coreUsersCreate({ userRequest: { username: name('none'), name: 'None' } }))).status, 403)

// The user logs in through the executor, in the flow that was just built.
const cookies = new Map()
const visitor = apis({ cookies })
const solve = async answer => visitor.flows.flowsExecutorSolve({ flowSlug: flow.slug, query: '', flowChallengeResponseRequest: answer })
let challenge = await visitor.flows.flowsExecutorGet({ flowSlug: flow.slug, query: '' })
as('IdentificationChallenge', challenge)
challenge = await solve({ component: 'ak-stage-identification', uidField: user.username })
as('PasswordChallenge', challenge)
challenge = await solve({ component: 'ak-stage-password', password: 'wrong' })
assert.ok(as('PasswordChallenge', challenge).responseErrors, 'a wrong password is an error')
challenge = await solve({ component: 'ak-stage-password', password })
as('RedirectChallenge', challenge)
assert.equal(as('SessionUser', await visitor.core.coreUsersMeRetrieve()).user.pk, user.pk)
assert.deepEqual(page('Application', await visitor.core.coreApplicationsList({ search: run })).map(one => one.slug), [application.slug])

// The application gets a code, and tokens for it.
const verifier = randomBytes(32).toString('base64url')
const request = new URLSearchParams({ response_type: 'code', client_id: provider.clientId, redirect_uri: redirectUri, scope: 'openid profile offline_access', state: run,
  nonce: run, code_challenge_method: 'S256', code_challenge: createHash('sha256').update(verifier).digest('base64url') })
let address = `${order.url}/application/o/authorize/?${request}`
for (let hop = 0; hop < 8 && !address.startsWith(redirectUri); hop++) {
  const response = await browse(cookies, address)
  assert.ok(response.headers.get('location'), `${response.status} ${address} ${await response.text()}`)
  address = new URL(response.headers.get('location'), address).href
}
const code = new URL(address).searchParams.get('code')
assert.ok(code, address)
const answer = await fetch(`${order.url}/application/o/token/`, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code,
  redirect_uri: redirectUri, code_verifier: verifier, client_id: provider.clientId, client_secret: secret }) })
const tokens = await answer.json()
assert.equal(answer.status, 200, JSON.stringify(tokens))
const userinfo = await (await fetch(`${order.url}/application/o/userinfo/`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })).json()
assert.equal(userinfo.preferred_username, user.username)
done.push('code', 'tokens', 'userinfo')

// What has happened, by filter.
const happened = async filter => page('Event', await events.eventsEventsList({ pageSize: 50, ordering: '-created', ...filter }))
const logins = await happened({ action: 'login', username: user.username })
assert.equal(logins.length, 1)
assert.equal(logins[0].user.username, user.username)
assert.equal((await happened({ action: 'login_failed', search: user.username })).length, 1)
assert.ok(new Set((await happened({ actions: ['login', 'authorize_application'], username: user.username })).map(one => one.action)).size === 2)
assert.ok((await happened({ action: 'authorize_application', contextAuthorizedApp: application.pk.replaceAll('-', '') })).length > 0)
assert.ok((await happened({ action: 'model_created', contextModelApp: 'authentik_core', contextModelName: 'application', contextModelPk: application.pk.replaceAll('-', '') })).length > 0)
assert.equal((await happened({ action: 'secret_view', search: token.identifier })).length, 1)
as('Event', await events.eventsEventsRetrieve({ eventUuid: logins[0].pk }))
for (const [type, text] of [['OAuth2Provider', secret], ['Event', password], ['Event', key]]) {
  assert.ok(!JSON.stringify(await happened({ search: run })).includes(text), `a secret of ${type} is in an event`)
}

// Changes, and what comes of them.
assert.equal(as('Application', await core.coreApplicationsPartialUpdate({ slug: application.slug, patchedApplicationRequest: { name: name('renamed') } })).name, name('renamed'))
assert.equal(as('Application', await core.coreApplicationsUpdate({ slug: application.slug, applicationRequest: { name: name('again'), slug: application.slug,
  provider: provider.pk, policyEngineMode: 'all', group: 'Living' } })).group, 'Living')
assert.equal(as('OAuth2Provider', await providers.providersOauth2PartialUpdate({ id: provider.pk, patchedOAuth2ProviderRequest: { accessTokenValidity: 'minutes=7' } })).accessTokenValidity, 'minutes=7')
as('ExpressionPolicy', await policies.policiesExpressionPartialUpdate({ policyUuid: policy.pk, patchedExpressionPolicyRequest: { expression: 'false' } }))
assert.equal(await mayEnter(user.pk), false)
assert.deepEqual(page('Application', await visitor.core.coreApplicationsList({ search: run })), [])
assert.equal((await refused(core.coreApplicationsPartialUpdate({ slug: application.slug, patchedApplicationRequest: { slug: 'no slug' } }))).status, 400)
assert.equal((await refused(core.coreApplicationsCreate({ applicationRequest: { name: name('twin'), slug: application.slug } }))).status, 400)
assert.ok((await happened({ action: 'model_updated', contextModelName: 'application', contextModelPk: application.pk.replaceAll('-', '') })).length >= 2)

// What is in use says so, and stays.
const users = async list => (await list).map(one => as('UsedBy', one).name)
assert.ok((await users(flows.flowsInstancesUsedByList({ slug: consent.slug }))).includes(provider.name))
assert.ok((await users(policies.policiesExpressionUsedByList({ policyUuid: policy.pk }))).length > 0)
assert.ok((await users(providers.providersOauth2UsedByList({ id: provider.pk }))).length > 0)
await users(core.coreApplicationsUsedByList({ slug: application.slug }))
await users(core.coreGroupsUsedByList({ groupUuid: group.pk }))
const kept = await refused(flows.flowsInstancesDestroy({ slug: consent.slug }))
assert.equal(kept.status, 400)
assert.ok(kept.body.includes(provider.name), kept.body)
as('Flow', await flows.flowsInstancesRetrieve({ slug: consent.slug }))

// All of it goes, in the order in which nothing is in use any more.
for (const binding of [byPolicy, byGroup]) {
  await policies.policiesBindingsDestroy({ policyBindingUuid: binding.pk })
}
await core.coreApplicationsDestroy({ slug: application.slug })
await providers.providersOauth2Destroy({ id: provider.pk })
await policies.policiesExpressionDestroy({ policyUuid: policy.pk })
for (const binding of bound) {
  await flows.flowsBindingsDestroy({ fsbUuid: binding.pk })
}
await stages.stagesIdentificationDestroy({ stageUuid: identification.pk })
await stages.stagesPasswordDestroy({ stageUuid: secretStage.pk })
await stages.stagesUserLoginDestroy({ stageUuid: login.pk })
await flows.flowsInstancesDestroy({ slug: flow.slug })
await flows.flowsInstancesDestroy({ slug: consent.slug })
await core.coreTokensDestroy({ identifier: token.identifier })
await core.coreUsersDestroy({ id: user.pk })
await core.coreUsersDestroy({ id: other.pk })
await core.coreGroupsDestroy({ groupUuid: group.pk })
for (const gone of [core.coreApplicationsRetrieve({ slug: application.slug }), providers.providersOauth2Retrieve({ id: provider.pk }),
  policies.policiesExpressionRetrieve({ policyUuid: policy.pk }), flows.flowsInstancesRetrieve({ slug: flow.slug }),
  stages.stagesPasswordRetrieve({ stageUuid: secretStage.pk }), core.coreTokensRetrieve({ identifier: token.identifier }),
  core.coreUsersRetrieve({ id: user.pk }), core.coreGroupsRetrieve({ groupUuid: group.pk })]) {
  assert.equal((await refused(gone)).status, 404)
}
assert.equal((await refused(apis({ token: key }).core.coreUsersMeRetrieve())).status, 403)
assert.equal((await refused(visitor.core.coreUsersMeRetrieve())).status, 403)
const dead = await fetch(`${order.url}/application/o/userinfo/`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })
assert.equal(dead.status, 401)
assert.ok((await happened({ action: 'model_deleted', search: run })).length >= 8)

console.log(JSON.stringify({ answers: done.length, types: [...new Set(done)] }))
