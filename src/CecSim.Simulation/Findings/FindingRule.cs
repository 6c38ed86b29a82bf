namespace CecSim.Simulation.Findings;

/// <summary>What a finding says whoever is found.</summary>
/// <param name="Code">Its name in reports and in CI.</param>
/// <param name="Section">Of the profile's own document.</param>
/// <param name="Sentence">What the client did and what comes of it.</param>
/// <param name="Mend">What to do instead.</param>
public sealed record FindingRule(
    FindingKind Kind, string Code, FindingLevel Level, string Section, string Sentence, string Mend)
{
    private const string ConnectionBar = "CEC 2.5.0 Agent Connection Bar";
    private const string Overview = "chapter 1";

    /// <summary>The document of the section; null for the profile's own.</summary>
    public string? Document { get; init; }

    public static IReadOnlyList<FindingRule> All { get; } = [.. Enum.GetValues<FindingKind>().Select(Of)];

    public static FindingRule Of(FindingKind kind) => kind switch
    {
        FindingKind.BearerMissing => new(
            kind, "bearer-missing", FindingLevel.Error, "section 4.1",
            "Authorization came without 'Bearer' and one space before the AccessToken: CEC refuses the request.",
            "Send 'Authorization: Bearer ' and then AccessToken as tokenByAkSk answered it."),
        FindingKind.SecretInQuery => new(
            kind, "secret-in-query", FindingLevel.Error, "section 4.1",
            "app_secret or a token came in the query string, where every proxy and access log keeps it.",
            "Send tokens in their headers and app_secret in the body of tokenByAkSk, nowhere else."),
        FindingKind.OverlappingPolls => new(
            kind, "overlapping-polls", FindingLevel.Warning, "chapter 5, step 4",
            "A poll began while an older one of the same user was held: the older one was released empty, and on CEC " +
            "either may take the event.",
            "Begin the next poll when the one before has been answered; keep one poll per user."),
        FindingKind.EventWaited => new(
            kind, "event-waited", FindingLevel.Warning, "chapter 5, step 4",
            "An event waited too long for a poll: the customer sees it late.",
            "Poll again as soon as a poll is answered, whatever it brought."),
        FindingKind.EventNeverFetched => new(
            kind, "event-never-fetched", FindingLevel.Warning, "chapter 5, step 4",
            "An event was dropped because no poll ever came for it.",
            "Poll until the last event (168110, 168103 or 168105; DISCONNECT in a text session) has come."),
        FindingKind.PolledAfterFinalEvent => new(
            kind, "polled-after-final-event", FindingLevel.Warning, "chapter 5, step 4",
            "Polling went on after the last event: nothing can come any more.",
            "Stop polling at 168110, 168103 and 168105, and at DISCONNECT in a text session."),
        FindingKind.WentOnAfterFailures => new(
            kind, "went-on-after-failures", FindingLevel.Warning, "chapter 5, step 4",
            "Polling went on after three consecutive polls had failed.",
            "Count failures in a row, and stop after the third; a poll that succeeds sets the count back."),
        FindingKind.TimeoutShorterThanHold => new(
            kind, "timeout-shorter-than-hold", FindingLevel.Warning, "chapter 5, step 4",
            "The client hung up again and again before the poll's hold was over: its time-out is too short.",
            "Set the poll's time-out to 60 seconds, as the document does: answers usually take more than 10."),
        FindingKind.RenewedOneToken => new(
            kind, "renewed-one-token", FindingLevel.Warning, "section 6.1",
            "After a 403 the client renewed only one of its two tokens.",
            "Call both tokenByAkSk and applyToken, set both headers, and send the request again."),
        FindingKind.CallLeftAlone => new(
            kind, "call-left-alone", FindingLevel.Warning, "chapter 5, step 5",
            "The client stopped polling and never dropped the call: an agent or the queue has to end it.",
            "Call dropClickToCall when the customer leaves; else poll until the last event."),
        FindingKind.InviteMismatched => new(
            kind, "invite-mismatched", FindingLevel.Error, "chapter 5, step 4",
            "An INVITE did not use what event 168101 told: it was refused with 404.",
            "Call 'sip:{accessCode}@{domain}' from 'sip:{clickToCallCaller}@{domain}', as content has them."),
        FindingKind.OfferRefused => new(
            kind, "offer-refused", FindingLevel.Error, "chapter 5, step 4",
            "The media that an INVITE or UPDATE offered cannot be had here: it was refused with 406, 415 or 488.",
            "Offer what a browser does: UDP/TLS/RTP/SAVPF with ICE, a fingerprint, and Opus, PCMU or PCMA."),
        FindingKind.SipRefused => new(
            kind, "sip-refused", FindingLevel.Warning, "chapter 5, step 4",
            "A SIP request was refused because of what stands in it.",
            "Read the Warning header of the answer, which says what it is."),
        FindingKind.MediaNeverConnected => new(
            kind, "media-never-connected", FindingLevel.Error, "chapter 5, step 4",
            "A call was answered and its media never connected: the gateway ended it when their time was over.",
            "Let the browser reach the gateway: --media-bind 0.0.0.0 (Firefox uses no loopback), --media-advertise."),
        FindingKind.BarOpenTwice => new(
            kind, "bar-open-twice", FindingLevel.Warning, Overview,
            "One agent's connection bar was open in two pages: each event reached only one of them.",
            "Open the bar once for each agent; close the other page or window.")
        {
            Document = ConnectionBar,
        },
        FindingKind.UndocumentedField => new(
            kind, "undocumented-field", FindingLevel.Info, "chapter 5",
            "A body had a field that no document names; CEC may refuse it or take it for something else.",
            "Leave it out, or look for a misspelling."),
        FindingKind.ContentTypeMissing => new(
            kind, "content-type-missing", FindingLevel.Info, "section 4.1",
            "A body came without 'Content-Type: application/json', which is tolerated here.",
            "Send 'Content-Type: application/json' with every body."),
    };
}
