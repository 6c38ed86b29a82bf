using System.Globalization;
using CecSim.Server.Recording;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using CecSim.Telephony.Registrar;
using CecSim.Telephony.Sip;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Gateway;

/// <summary>
/// Writes down what the gateway refused and why: log, journal, finding, and the report of the call; and in the journal
/// which phones have registered.
/// </summary>
internal sealed partial class SipJournal(
    CecSimArgs args, SpaceDirectory spaces, Recorder recorder, ILogger<SipJournal> log)
{
    private const int LinesPerSecondMax = 50;

    private readonly Lock _gate = new();
    private long _secondBegan;
    private int _linesOfSecond;
    private long _notLogged;

    /// <param name="call">The call that it came in, or would have changed; null for none.</param>
    public void Note(RefusedRequest refused, GatewayCall? call)
    {
        var space = call?.Space
            ?? spaces.FindByRoute(new GatewayRoute(refused.Domain, refused.User, refused.FromUser))
            ?? OnlySpaceOf(refused);
        var masking = space?.Masking ?? recorder.Masking;
        var why = masking.Text(refused.Why);
        Log(refused, masking.Text(refused.UriLine), why);
        var user = space?.Media.NoteRefusal(
            call?.AccessCode ?? refused.User, refused.Method, refused.Status, why);
        var entry = args.Journal ? Write(refused, space, masking, user?.UserId) : (JournalId?)null;
        if (KindOf(refused) is not { } kind)
        {
            return;
        }

        if (space is not null)
        {
            space.Monitor.Note(kind, user?.UserId, entry, why);
        }
        else
        {
            recorder.Findings.Add(
                kind, new FindingCase(recorder.Real.GetUtcNow(), entry?.ToString(), User: null, why));
        }
    }

    /// <summary>A phone has registered, or no longer is.</summary>
    /// <param name="lifetime">Zero for the end.</param>
    /// <param name="why">What has ended it; null for its own REGISTER.</param>
    public void NoteRegistration(Space space, SipBinding phone, TimeSpan lifetime, string? why)
    {
        var seconds = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Write(space, phone, "REGISTER", $"<{phone.Contact}>;expires={seconds}", status: 200, why);
    }

    /// <summary>A registered phone answers OPTIONS no longer, or again.</summary>
    public void NoteProbe(Space space, SipBinding phone, bool isReachable) => Write(
        space,
        phone,
        "OPTIONS",
        $"<{phone.Contact}>",
        isReachable ? 200 : 408,
        isReachable ? "It answers again" : "It does not answer: it is not reachable until it does");

    private void Write(Space space, SipBinding phone, string method, string contact, int status, string? why)
    {
        if (!args.Journal)
        {
            return;
        }

        space.Journal.Add(new JournalDraft(space.Masking, space.Journal.Settings.BodyCharsMax)
        {
            Id = space.Journal.TakeId(),
            At = space.Time.ReadNow(),
            Duration = TimeSpan.Zero,
            Method = method,
            Scheme = phone.Flow.Transport.ToString().ToLowerInvariant(),
            Host = phone.Domain,
            Path = $"sip:{phone.Domain}",
            Query = "",
            Protocol = "SIP/2.0",
            RequestHeaders =
            [
                new JournalHeader("To", $"<sip:{phone.User}@{phone.Domain}>"),
                new JournalHeader("Contact", contact),
                .. Known("User-Agent", phone.UserAgent),
                .. Known("X-CecSim-From", phone.Flow.Remote?.ToString()),
                .. Known("X-CecSim-Why", why),
            ],
            Status = status,
        });
    }

    // A phone that registers or subscribes may name any domain of this machine: its account tells the space.
    private Space? OnlySpaceOf(RefusedRequest refused) =>
        refused.Method is not ("REGISTER" or "SUBSCRIBE") ? null
        : spaces.FindSipAccounts(refused.FromUser) is [var account] ? account.Space.Space
        : spaces.Only;

    // A flood must not fill the disk: what is over is told as a number with the next line.
    private void Log(RefusedRequest refused, string uri, string why)
    {
        long notLogged;
        lock (_gate)
        {
            if (recorder.Real.GetElapsedTime(_secondBegan) >= TimeSpan.FromSeconds(1))
            {
                (_secondBegan, _linesOfSecond) = (recorder.Real.GetTimestamp(), 0);
            }

            if (++_linesOfSecond > LinesPerSecondMax)
            {
                _notLogged++;
                return;
            }

            (notLogged, _notLogged) = (_notLogged, 0);
        }

        if (notLogged > 0)
        {
            LogMore(log, notLogged);
        }

        var remote = refused.Remote?.ToString() ?? "unknown";
        LogRefused(log, refused.Method, uri, remote, refused.Flow.Transport, refused.Status, why);
    }

    // What is the client's to mend. A number that is not there is found by the space itself; who is busy, gone, or too
    // late has done nothing wrong.
    private static FindingKind? KindOf(RefusedRequest refused) => refused switch
    {
        { IsOnPurpose: true } or { IsStale: true } => null,
        { Method: "INVITE" or "UPDATE", Status: 406 or 415 or 488 } => FindingKind.OfferRefused,
        { Status: 400 or 401 or 403 or 405 or 406 or 415 or 416 or 420 } => FindingKind.SipRefused,
        { Status: 482 or 483 or 488 or 501 or 505 or 513 } => FindingKind.SipRefused,
        { Method: "REGISTER", Status: 404 } => FindingKind.SipRefused,
        _ => null,
    };

    private JournalId Write(RefusedRequest refused, Space? space, Masking masking, string? userId)
    {
        var journal = space?.Journal ?? recorder.Journal;
        var bodyCharsMax = journal.Settings.BodyCharsMax;
        var id = journal.TakeId();
        journal.Add(new JournalDraft(masking, bodyCharsMax)
        {
            Id = id,
            At = space?.Time.ReadNow() ?? recorder.Real.GetUtcNow(),
            Duration = TimeSpan.Zero,
            Method = refused.Method,
            Scheme = refused.Flow.Transport.ToString().ToLowerInvariant(),
            Host = refused.Domain,
            Path = refused.UriLine,
            Query = "",
            Protocol = "SIP/2.0",
            RequestHeaders = HeadersOf(refused.Headers),
            RequestBody = DraftBody.Of(refused.Body, bodyCharsMax),
            UserId = userId,
            Status = refused.Status,
            ResponseHeaders = HeadersOf(refused.ResponseHeaders),
            IsOfFault = refused.IsOnPurpose,
            Wrong = [new RuleViolation(null, refused.Why)],
        });
        return id;
    }

    private static JournalHeader[] Known(string name, string? value) =>
        value is null ? [] : [new JournalHeader(name, value)];

    private static JournalHeader[] HeadersOf(IEnumerable<SipHeader> headers) =>
        [.. headers.Select(h => new JournalHeader(h.Name, h.Value))];

    [LoggerMessage(LogLevel.Information, "{Count} more SIP requests were refused, which is too many to tell each")]
    private static partial void LogMore(ILogger log, long count);

    [LoggerMessage(
        LogLevel.Information, "{Method} {Uri} from {Remote} by {Transport} is refused with {Status}: {Why}")]
    private static partial void LogRefused(
        ILogger log, string method, string uri, string remote, SipTransport transport, int status, string why);
}
