using CecSim.Simulation.Journal;
using CecSim.Simulation.SpaceEvents;

namespace CecSim.Simulation.Findings;

/// <summary>
/// Follows what clients do, as it happens, and keeps what is wrong with it. It looks at no journal, so that what a
/// journal drops is found all the same. What it remembers of a client goes when its user goes.
/// </summary>
public sealed class ClientMonitor
{
    private const int StatusForbidden = 403;

    private readonly SpaceScheduler _scheduler;
    private readonly TimeProvider _real;
    private readonly Profile _profile;
    private readonly FindingLimits _limits;
    private readonly UserDirectory _users;
    private readonly SpaceEventPublisher _publisher;
    private readonly long _beganAt;

    internal ClientMonitor(
        SpaceScheduler scheduler,
        TimeProvider real,
        SpaceSettings settings,
        UserDirectory users,
        FindingLog log,
        SpaceEventPublisher publisher)
    {
        _scheduler = scheduler;
        _real = real;
        _profile = settings.Profile;
        _limits = settings.FindingLimits with { PollFailuresInRowMax = _profile.FailuresInRowMax };
        _users = users;
        _publisher = publisher;
        Log = log;
        _beganAt = real.GetTimestamp();
    }

    public FindingLog Log { get; }

    /// <summary>What was found, and what stands wrong at this moment.</summary>
    public IReadOnlyList<Finding> Read()
    {
        using var lockScope = _scheduler.Enter();
        var now = Now;
        return Log.Read(
            from user in _users.All
            where PollRules.IsLeftAlone(user.Conduct.Of(PollKind.ClickToCall), now, _limits)
            select (FindingKind.CallLeftAlone, CaseOf(user, entry: null, "the call still waits for its client")));
    }

    /// <summary>Keeps what was found, and tells those who follow the space.</summary>
    public void Report(FindingKind kind, FindingCase found)
    {
        Log.Add(kind, found);
        _publisher.Publish(new FindingReported(FindingRule.Of(kind).For(_profile), found));
    }

    /// <summary>A request that belongs to a user comes.</summary>
    public void Asks(User user, TokenPair tokens, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        if (user.Conduct.RefusedWith is not { } refused || refused == tokens)
        {
            return;
        }

        user.Conduct.RefusedWith = null;
        if (refused.Access == tokens.Access || refused.Messaging == tokens.Messaging)
        {
            var kept = refused.Access == tokens.Access ? "the AccessToken" : "the ccmessaging-token";
            Report(FindingKind.RenewedOneToken, CaseOf(user, entry, $"{kept} was kept"));
        }
    }

    /// <summary>A request was refused with that status.</summary>
    public void Refused(User user, TokenPair tokens, int status)
    {
        using var lockScope = _scheduler.Enter();
        if (status == StatusForbidden)
        {
            user.Conduct.RefusedWith = tokens;
        }
    }

    public void SessionBegan(User user, PollKind kind, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        Apply(user, kind, new PollInput.SessionBegan(Now), entry);
    }

    public void SessionLeft(User user, PollKind kind, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        Apply(user, kind, new PollInput.SessionLeft(Now), entry);
    }

    public PollTracker PollBegins(User user, PollKind kind, TokenPair tokens, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        Apply(user, kind, new PollInput.PollBegan(tokens), entry);
        return new PollTracker(user, kind, tokens, Now);
    }

    /// <param name="isSuperseded">A newer poll of the same user released it.</param>
    public void PollSucceeds(PollTracker poll, IReadOnlyList<IClientEvent> events, bool isSuperseded, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        poll.WasFinal = events.Any(e => e.IsFinal);
        var oldestAt = events.Count > 0 ? events[0].At : (DateTimeOffset?)null;
        End(poll, new PollInput.PollSucceeded(poll.BeganAt, Now, isSuperseded, oldestAt, poll.WasFinal), entry);
    }

    /// <summary>The poll got an answer that is none: a refusal, or a connection that a fault broke.</summary>
    /// <param name="isOfTokens">Whether renewing the tokens may help.</param>
    /// <param name="backOff">How long the client was told to stay away.</param>
    public void PollFails(PollTracker poll, bool isOfTokens, TimeSpan backOff, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        End(poll, new PollInput.PollFailed(Now.Later(backOff), isOfTokens ? poll.Tokens : null), entry);
    }

    /// <summary>The connection ended before the whole answer was out.</summary>
    /// <param name="hold">How long the poll would have been held.</param>
    public void PollIsCutShort(PollTracker poll, TimeSpan hold, bool isOwnDoing, JournalId entry)
    {
        using var lockScope = _scheduler.Enter();
        if (poll.IsOver)
        {
            Apply(poll.User, poll.Kind, new PollInput.AnswerLost(poll.WasFinal), entry);
            return;
        }

        End(poll, new PollInput.PollHungUp(poll.BeganAt, Now, hold, isOwnDoing), entry);
    }

    /// <summary>Told from within the timeline.</summary>
    internal void EventDropped(User user, PollKind kind) =>
        Apply(user, kind, new PollInput.EventDropped(), entry: null);

    /// <summary>Told from within the timeline.</summary>
    /// <param name="wrong">What was wrong with it; null for nothing.</param>
    internal void InviteRefused(User? user, string? wrong, Masking masking)
    {
        if (wrong is not null)
        {
            Report(
                FindingKind.InviteMismatched,
                new FindingCase(_scheduler.Now, Entry: null, user?.UserId, masking.Text(wrong)));
        }
    }

    /// <summary>An agent's bar is open in a second page. Told from within the timeline.</summary>
    internal void BarOpenedTwice(int workNo) => Report(
        FindingKind.BarOpenTwice, new FindingCase(_scheduler.Now, Entry: null, User: null, $"agent {workNo}"));

    /// <summary>A user's client has called the gateway by plain ws.</summary>
    public void CallsWithoutTls(User user)
    {
        using var lockScope = _scheduler.Enter();
        if (!user.Conduct.CalledWithoutTls)
        {
            user.Conduct.CalledWithoutTls = true;
            Report(FindingKind.GatewayWithoutTls, CaseOf(user, entry: null, detail: null));
        }
    }

    /// <summary>The gateway has found something.</summary>
    /// <param name="user">Null when it is not known.</param>
    public void Note(FindingKind kind, string? user, JournalId? entry, string detail)
    {
        using var lockScope = _scheduler.Enter();
        Report(kind, new FindingCase(_scheduler.Now, entry?.ToString(), user, detail));
    }

    private ClockReading Now => new(_scheduler.Now, _real.GetElapsedTime(_beganAt));

    private void End(PollTracker poll, PollInput input, JournalId entry)
    {
        if (!poll.IsOver)
        {
            poll.IsOver = true;
            Apply(poll.User, poll.Kind, input, entry);
        }
    }

    private void Apply(User user, PollKind kind, PollInput input, JournalId? entry)
    {
        ref var conduct = ref user.Conduct.Of(kind);
        (conduct, var found) = PollRules.Decide(conduct, input, _limits);

        // A text session that nobody reads ends by itself and keeps no agent: only its messages are missed.
        if (found is { } finding && (finding, kind) is not (FindingKind.CallLeftAlone, PollKind.Chat))
        {
            Report(finding, CaseOf(user, entry, kind == PollKind.Chat ? "in a text session" : null));
        }
    }

    private FindingCase CaseOf(User user, JournalId? entry, string? detail) =>
        new(_scheduler.Now, entry?.ToString(), user.UserId, detail);
}
