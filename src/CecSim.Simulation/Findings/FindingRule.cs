namespace CecSim.Simulation.Findings;

/// <summary>What a finding says whoever is found.</summary>
/// <param name="Code">Its name in reports and in CI.</param>
/// <param name="Section">Of the document.</param>
/// <param name="Sentence">What the client did and what comes of it.</param>
/// <param name="Remediation">What to do instead.</param>
public sealed record FindingRule(
    FindingKind Kind, string Code, FindingLevel Level, string Section, string Sentence, string Remediation)
{
    private const string ConnectionBar = "CEC 2.5.0 Agent Connection Bar";
    private const string Overview = "chapter 1";

    /// <summary>What no document says: how CecSim comes to judge it stands there, with the claim.</summary>
    private const string OwnClaims = "FIDELITY.md";

    /// <summary>The claim of FIDELITY.md that the client did not heed; null where none says it.</summary>
    public string? Claim { get; init; }

    /// <summary>The document of the section; null for the profile's own.</summary>
    public string? Document { get; init; }

    public static IReadOnlyList<FindingRule> All { get; } = [.. Enum.GetValues<FindingKind>().Select(Of)];

    /// <summary>The rule in the words of that profile's document.</summary>
    public FindingRule For(Profile profile) => (Kind, profile.FailuresInRowMax) switch
    {
        (FindingKind.WentOnAfterFailures, 3) => this with
        {
            Sentence = "Polling went on after three consecutive polls had failed.",
            Remediation =
                "Count failures in a row, and stop after the third; a poll that succeeds sets the count back.",
        },
        (FindingKind.WentOnAfterFailures, _) => this with
        {
            Claim = "5.3/client-retries-three-times",
            Sentence = "Polling went on after a poll had failed and three retries of it, too.",
            Remediation = "Retry a failed poll three times, then stop; a poll that succeeds sets the count back.",
        },
        _ => this,
    };

    public static FindingRule Of(FindingKind kind) => kind switch
    {
        FindingKind.BearerMissing => new(
            kind, "bearer-missing", FindingLevel.Error, "section 4.1",
            "Authorization came without 'Bearer' and one space before the AccessToken: CEC refuses the request.",
            "Send 'Authorization: Bearer ' and then AccessToken as tokenByAkSk answered it.")
        {
            Claim = "1/authorization",
        },
        FindingKind.SecretInQuery => new(
            kind, "secret-in-query", FindingLevel.Error, "chapter 1",
            "app_secret or a token came in the query string, where every proxy and access log keeps it.",
            "Send tokens in their headers and app_secret in the body of tokenByAkSk, nowhere else.")
        {
            Claim = "1/secret-in-query",
            Document = OwnClaims,
        },
        FindingKind.OverlappingPolls => new(
            kind, "overlapping-polls", FindingLevel.Warning, "chapter 5.3",
            "A poll began while an older one of the same user was held: the older one was released empty, and on CEC " +
            "either may take the event.",
            "Begin the next poll when the one before has been answered; keep one poll per user.")
        {
            Claim = "5.3/newer-poll-releases-older",
            Document = OwnClaims,
        },
        FindingKind.EventWaited => new(
            kind, "event-waited", FindingLevel.Warning, "chapter 5, step 4",
            "An event waited too long for a poll: the customer sees it late.",
            "Poll again as soon as a poll is answered, whatever it brought.")
        {
            Claim = "5.3/client-keeps-polling",
        },
        FindingKind.EventNeverFetched => new(
            kind, "event-never-fetched", FindingLevel.Warning, "chapter 5, step 4",
            "An event was dropped because no poll ever came for it.",
            "Poll until the last event (168110, 168103 or 168105; DISCONNECT in a text session) has come.")
        {
            Claim = "5.3/client-keeps-polling",
        },
        FindingKind.PolledAfterFinalEvent => new(
            kind, "polled-after-final-event", FindingLevel.Warning, "chapter 5.3",
            "Polling went on after the last event: nothing can come any more.",
            "Stop polling at 168110, 168103 and 168105, and at DISCONNECT in a text session.")
        {
            Claim = "5.3/final-events",
            Document = OwnClaims,
        },
        FindingKind.WentOnAfterFailures => new(
            kind, "went-on-after-failures", FindingLevel.Warning, "chapter 5, step 4",
            "Polling went on after as many polls had failed in a row as the document allows.",
            "Count failures in a row, and stop; a poll that succeeds sets the count back.")
        {
            Claim = "5.3/client-gives-up-after",
        },
        FindingKind.TimeoutShorterThanHold => new(
            kind, "timeout-shorter-than-hold", FindingLevel.Warning, "chapter 5, step 4",
            "The client hung up again and again before the poll's hold was over: its time-out is too short.",
            "Set the poll's time-out to 60 seconds, as the document does: answers usually take more than 10.")
        {
            Claim = "5.3/client-waits-60-s",
        },
        FindingKind.RenewedOneToken => new(
            kind, "renewed-one-token", FindingLevel.Warning, "section 6.1",
            "After a 403 the client renewed only one of its two tokens.",
            "Call both tokenByAkSk and applyToken, set both headers, and send the request again.")
        {
            Claim = "1/renewed-one-token",
        },
        FindingKind.CallLeftAlone => new(
            kind, "call-left-alone", FindingLevel.Warning, "chapter 5, steps 4 and 5",
            "The client stopped polling and never dropped the call: an agent or the queue has to end it.",
            "Call dropClickToCall when the customer leaves; else poll until the last event.")
        {
            Claim = "5.3/client-keeps-polling",
        },
        FindingKind.InviteMismatched => new(
            kind, "invite-mismatched", FindingLevel.Error, "chapter 5, step 4",
            "An INVITE did not use what event 168101 told: it was refused with 404.",
            "Call 'sip:{accessCode}@{domain}' from 'sip:{clickToCallCaller}@{domain}', as content has them.")
        {
            Claim = "6/caller-and-called",
        },
        FindingKind.OfferRefused => new(
            kind, "offer-refused", FindingLevel.Error, "chapter 6",
            "The media that an INVITE or UPDATE offered cannot be had here: it was refused with 406, 415 or 488.",
            "Offer what a browser does: UDP/TLS/RTP/SAVPF with ICE, a fingerprint, and Opus, PCMU or PCMA.")
        {
            Claim = "6/ice-lite-answer",
            Document = OwnClaims,
        },
        FindingKind.SipRefused => new(
            kind, "sip-refused", FindingLevel.Warning, "chapter 6",
            "A SIP request was refused because of what stands in it.",
            "Read the Warning header of the answer, which says what it is.")
        {
            Claim = "6/refusal-has-warning",
            Document = OwnClaims,
        },
        FindingKind.MediaNeverConnected => new(
            kind, "media-never-connected", FindingLevel.Error, "chapter 6",
            "A call was answered and its media never connected: the gateway ended it when their time was over.",
            "Let the browser reach the gateway: --media-bind 0.0.0.0 (Firefox uses no loopback), --media-advertise.")
        {
            Claim = "6/media-within-30s",
            Document = OwnClaims,
        },
        FindingKind.BarOpenTwice => new(
            kind, "bar-open-twice", FindingLevel.Warning, Overview,
            "One agent's connection bar was open in two pages: each event reached only one of them.",
            "Open the bar once for each agent; close the other page or window.")
        {
            Claim = "9/one-page-per-agent",
            Document = ConnectionBar,
        },
        FindingKind.SoftphoneMissing => new(
            kind, "softphone-missing", FindingLevel.Warning, "chapter 7",
            "A person answered at the bar while no softphone of the agent was registered: on CEC nothing would ring, " +
            "and nobody would be heard.",
            "Log in to the softphone with sipAccount and sipPassword first; softphoneRequired: true demands it here.")
        {
            Claim = "9/softphone-login",
            Document = ConnectionBar,
        },
        FindingKind.GatewayWithoutTls => new(
            kind, "gateway-without-tls", FindingLevel.Info, "chapter 6",
            "A client called the WebRTC gateway by plain ws: of agents the Agent Connection Bar has \"WebRTC " +
            "registration does not support HTTP\" (chapters 2 and 3), so CEC is likely to refuse it.",
            "Serve the page by HTTPS and call wss, as gwAddresses has it then; gatewayScheme: wss refuses plain ws.")
        {
            Claim = "6/webrtc-not-http",
            Document = OwnClaims,
        },
        FindingKind.UndocumentedField => new(
            kind, "undocumented-field", FindingLevel.Info, "chapter 1",
            "A body had a field that no document names; CEC may refuse it or take it for something else.",
            "Leave it out, or look for a misspelling.")
        {
            Claim = "1/undocumented-field",
            Document = OwnClaims,
        },
        FindingKind.ContentTypeMissing => new(
            kind, "content-type-missing", FindingLevel.Info, "section 4.1",
            "A body came without 'Content-Type: application/json', which is tolerated here.",
            "Send 'Content-Type: application/json' with every body.")
        {
            Claim = "1/content-type",
        },
        FindingKind.WebRtcNotSupported => new(
            kind, "webrtc-not-supported", FindingLevel.Warning, "chapter 5, step 3",
            "A call was created although checkClickToCallSupport answers webRTCSupported false for the channel.",
            "Call createClickToCall only when webRTCSupported and clickToCallSupported are both true.")
        {
            Claim = "5.2/create-only-when-both",
        },
        FindingKind.AccessTokenSwapped => new(
            kind, "access-token-swapped", FindingLevel.Error, "section 5.3",
            "access_token was the AccessToken of tokenByAkSk: the enterprise's own token is another one.",
            "Send the access_token that the enterprise's token mechanism makes; its verification API knows that one.")
        {
            Claim = "8/access-token-is-not-accesstoken",
            Document = ConnectionBar,
        },
        FindingKind.ValidationWithoutMessage => new(
            kind, "validation-without-message", FindingLevel.Warning, "section 5.3, table 5-6",
            "thirdPartyValidate answered without the mandatory message, or with one that is no text.",
            "Answer with retCode and a message each time, on success too: {\"retCode\":0,\"message\":\"…\"}.")
        {
            Claim = "8/message-mandatory",
            Document = ConnectionBar,
        },
    };
}

/// <summary>How bad it is; the order is that of the report and of <c>--fail-on</c>.</summary>
public enum FindingLevel
{
    /// <summary>Against the letter of a document, without harm.</summary>
    Info,

    /// <summary>Loses events or calls, or wears out the server, on some day.</summary>
    Warning,

    /// <summary>Does not work on CEC, or gives a secret away.</summary>
    Error,
}
