/**
 * Client policies: what all clients of a kind have to keep, whatever their own settings say. Start with
 * {@link org.gatehouse.provider.oauth2.policy.ClientPolicies}. A policy has conditions, all of which have to be met
 * ({@link org.gatehouse.provider.oauth2.policy.ClientConditions}), and demands
 * ({@link org.gatehouse.provider.oauth2.policy.ClientDemands}); demands of several policies add up. Invariant: policies only make
 * clients stricter. They are looked at when a provider is saved, when a client registers itself, and each time a client is read for a
 * request, so a policy that is made later holds for the clients that were there before.
 */
package org.gatehouse.provider.oauth2.policy;
