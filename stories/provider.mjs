// A company's identity provider for the stories: a certified one, on this machine, with the people that a story names.
// It is called `localhost` where Reper is called `127.0.0.1`, so that the browser takes both for different sites.

import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const CLIENT = "reper";
export const SECRET = "a-secret-between-both-of-them";

/**
 * Starts a provider that sends people back to `site`.
 * `people` are claims by subject, and may change; `spoil`, where it is set, changes what the token endpoint answers.
 * `inToken`: whether the ID token tells the address itself, or only the user info does.
 */
export async function startProvider(site, { inToken = false } = {}) {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "localhost", ready));
  const issuer = `http://localhost:${server.address().port}`;
  const company = { issuer, client: CLIENT, people: {}, spoil: null };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        redirect_uris: [`${site}/sign-in/oidc/return`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !inToken,
    cookies: { keys: ["only for the stories"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_, interaction) => `/who/${interaction.uid}` },
    findAccount: (_, sub) => company.people[sub] && { accountId: sub, claims: () => ({ sub, ...company.people[sub] }) },
    // Nobody is asked whether Reper may know the address: it is the company's own.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === "token" && context.body?.id_token) company.spoil?.(context.body);
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    if (!pathname.startsWith("/who/")) return answer(request, response);
    const accountId = searchParams.get("is");
    if (accountId) return provider.interactionFinished(request, response, { login: { accountId } });
    if (searchParams.has("no")) return provider.interactionFinished(request, response, { error: "access_denied" });
    const links = Object.keys(company.people).map((sub) => `<li><a id="${sub}" href="?is=${sub}">${sub}</a></li>`);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Who?</title><ul>${links.join("")}<li><a id="no" href="?no">no</a></li></ul>`);
  });
  company.stop = () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    return closed;
  };
  return company;
}
