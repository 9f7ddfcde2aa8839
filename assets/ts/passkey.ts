/** Passkeys: a form that asks the browser for a key (data-passkey="create" or "get"), and then sends what the
 *  key said as an ordinary form. data-begin names where the question comes from. Without a browser that knows
 *  keys the form stays hidden and [data-passkey-none] says so. */

type Question = { ceremonie: string; options: { publicKey: Record<string, unknown> } };

const bytes = (text: string): ArrayBuffer => {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0)).buffer as ArrayBuffer;
};

const text = (data: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(data))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** The places in a question that are bytes travel as text. */
function withBytes(key: Record<string, any>): any {
  const list = (all?: { id: string }[]): unknown => all?.map((one) => ({ ...one, id: bytes(one.id) }));
  return {
    ...key,
    challenge: bytes(key.challenge as string),
    ...(key.user && { user: { ...key.user, id: bytes(key.user.id as string) } }),
    ...(key.excludeCredentials && { excludeCredentials: list(key.excludeCredentials) }),
    ...(key.allowCredentials && { allowCredentials: list(key.allowCredentials) }),
  };
}

function answer(key: PublicKeyCredential): string {
  const said = key.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const response = said.attestationObject
    ? { attestationObject: text(said.attestationObject), transports: said.getTransports?.() ?? [] }
    : {
        authenticatorData: text(said.authenticatorData),
        signature: text(said.signature),
        userHandle: said.userHandle ? text(said.userHandle) : null,
      };
  return JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    extensions: key.getClientExtensionResults(),
    response: { ...response, clientDataJSON: text(said.clientDataJSON) },
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const token = form.querySelector<HTMLInputElement>("[name=_token]")?.value;
  const body = new URLSearchParams(token ? { _token: token } : {});
  const come = await fetch(form.dataset.begin ?? "", { method: "POST", body, redirect: "manual" });
  // Led elsewhere first, or signed out in the meantime: the page itself says how to go on.
  if (!come.ok) return location.reload();
  const question = (await come.json()) as Question;
  const publicKey = withBytes(question.options.publicKey);
  const key = await (form.dataset.passkey === "create" ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
  if (!key) throw new Error("no key");
  const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
  field("ceremonie").value = question.ceremonie;
  field("antwoord").value = answer(key as PublicKeyCredential);
  form.submit();
}

function start(form: HTMLFormElement): void {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  let asking = false;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    if (problem) problem.hidden = true;
    ask(form)
      .catch(() => problem && (problem.hidden = false))
      .finally(() => (asking = false));
  });
}

if ("PublicKeyCredential" in window) {
  document.querySelectorAll<HTMLFormElement>("form[data-passkey]").forEach(start);
  document.querySelectorAll<HTMLElement>("[data-passkey-none]").forEach((one) => (one.hidden = true));
}
