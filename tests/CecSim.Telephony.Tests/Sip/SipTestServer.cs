using CecSim.Telephony.Registrar;

namespace CecSim.Telephony.Tests.Sip;

/// <summary>A server with time in the test's hand and an application that notes what it hears.</summary>
internal sealed class SipTestServer : ISipCalls
{
    private readonly TaskCompletionSource<CallEndKind> _firstEnd =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="settings">The usual ones when null.</param>
    /// <param name="clock">Real time for a foreign client, which has its own.</param>
    /// <param name="accounts">One account when null.</param>
    public SipTestServer(
        SipServerSettings? settings = null, TimeProvider? clock = null, SipAccounts? accounts = null)
    {
        Guard = new Guard(new Log(Heard));
        Server = new SipServer(
            this,
            accounts ?? ((user, domain) =>
                user is "1001" && domain is "cec.test" or null ? [new("cec.test", "secret-1001")] : []),
            clock ?? Time,
            new Random(7),
            Guard,
            settings);
    }

    /// <summary>Completes when a call ends, on whatever thread that is.</summary>
    public Task<CallEndKind> FirstEnd => _firstEnd.Task;

    public ManualTime Time { get; } = new();

    public Guard Guard { get; }

    public SipServer Server { get; }

    public List<string> Heard { get; } = [];

    public List<IncomingInvite> Invites { get; } = [];

    public List<RefusedRequest> Refusals { get; } = [];

    public CancellationToken Gone { get; private set; }

    /// <summary>Answers at once unless a test says otherwise.</summary>
    public Func<IncomingInvite, ValueTask<InviteDecision>> Decide { get; set; } =
        _ => ValueTask.FromResult<InviteDecision>(new InviteDecision.Answer(Caller.Answer));

    public Func<string, ValueTask<string?>> Reoffer { get; set; } =
        _ => ValueTask.FromResult<string?>(Caller.Answer);

    /// <summary>Done at once unless a test says otherwise.</summary>
    public Func<SipReferral, InviteDecision.Refuse?> Refer { get; set; } = _ => null;

    public List<SipReferral> Referrals { get; } = [];

    public Func<string, string?> TakesAnswer { get; set; } = _ => null;

    /// <summary>Whom OPTIONS finds.</summary>
    public Func<string, bool> Has { get; set; } = _ => true;

    public Action<SipCall>? Pressed { get; set; }

    public Action<SipBinding>? OnRegistered { get; set; }

    public Action<RefusedRequest>? OnRefused { get; set; }

    public Action<SipCall>? OnEnded { get; set; }

    public SipCall Call => Invites[^1].Call;

    public ValueTask<InviteDecision> InviteAsync(IncomingInvite invite, CancellationToken gone)
    {
        Invites.Add(invite);
        Gone = gone;
        return Decide(invite);
    }

    public async ValueTask<InviteDecision> ReofferAsync(SipCall changed, string sdp) =>
        await Reoffer(sdp) is { } answer
            ? new InviteDecision.Answer(answer)
            : new InviteDecision.Refuse(488)
            {
                Why = "No common codec",
                WarnCode = SipWarnCode.IncompatibleMediaFormat,
            };

    public ValueTask<InviteDecision.Refuse?> ReferAsync(SipReferral referral)
    {
        Referrals.Add(referral);
        return ValueTask.FromResult(Refer(referral));
    }

    public void Refused(RefusedRequest refused)
    {
        OnRefused?.Invoke(refused);
        Refusals.Add(refused);
    }

    public void Probed(SipBinding phone, bool isReachable) =>
        Heard.Add($"{phone.User} {(isReachable ? "answers" : "is silent")}");

    public string? TakeAnswer(SipCall answered, string sdp)
    {
        Heard.Add($"answer {sdp}");
        return TakesAnswer(sdp);
    }

    public bool Serves(string user, string domain) => Has(user);

    public void Dtmf(SipCall pressed, string digits)
    {
        Heard.Add($"dtmf {digits}");
        Pressed?.Invoke(pressed);
    }

    public void Ended(SipCall ended, CallEnd why)
    {
        Heard.Add($"ended {why.Kind}");
        OnEnded?.Invoke(ended);
        _firstEnd.TrySetResult(why.Kind);
    }

    public void Registered(SipBinding phone, TimeSpan lifetime)
    {
        Heard.Add($"registered {phone.User} {lifetime.TotalSeconds}");
        OnRegistered?.Invoke(phone);
    }

    public void Unregistered(SipBinding phone, RegistrationEnd why) => Heard.Add($"unregistered {phone.User} {why}");

    /// <summary>What a question was answered with, which must have happened by now.</summary>
    public static T Answered<T>(Task<T> question)
    {
        Assert.True(question.IsCompleted, "Nobody answered.");
        return question.GetAwaiter().GetResult();
    }

    /// <summary>Nothing of any call is left once the last timers are over.</summary>
    public void AssertNothingLeft()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new SipLoad(0, 0, 0, 0), Server.Load);
        Assert.Equal(0, Time.TimersCount);
    }

    private sealed class Log(List<string> heard) : IGuardLog
    {
        public void Failed(Failure first) => heard.Add($"failed: {first.Exception.Message}");

        public void Met(string nuisance, string? detail)
        {
        }
    }
}
