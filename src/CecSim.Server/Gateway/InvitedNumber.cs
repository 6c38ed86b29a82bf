using CecSim.Simulation.Calls;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Findings;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Gateway;

/// <summary>
/// Whom an INVITE calls: the access code of event 168101, or a number of a called route, which whoever has a phone can
/// dial.
/// </summary>
internal sealed record InvitedNumber(Space Space, GatewayRoute Route)
{
    private const int NumbersTold = 10;

    /// <summary>Of the Reason header: ITU-T Q.850, table 1.</summary>
    private enum Q850
    {
        UserBusy = 17,
        SubscriberAbsent = 20,
        NoCircuitAvailable = 34,
    }

    public bool IsDialled { get; } = Space.Dialled.Has(Route.AccessCode);

    /// <summary>Whose call it is; null when nobody's.</summary>
    public FaultTargetUser? Who =>
        IsDialled ? DialledCalls.UserOf(Route.Caller)
        : Space.Media.UserOf(Route.AccessCode) is { } user ? new FaultTargetUser(user.UserId, user.Channel.Id)
        : null;

    /// <summary>Counts the INVITE, and notes it.</summary>
    public InvitePlan Strike()
    {
        Space.Commands.AddInvite(Route.AccessCode, IsDialled ? Route.Caller : null);
        return InvitePlan.Of(
            IsDialled ? Space.Dialled.Strike(Route.Caller) : Space.Media.Strike(Route.AccessCode));
    }

    /// <summary>What <see cref="Join"/> would say, before anyone looks at what media are offered.</summary>
    public InviteDecision.Refuse? Judge() => IsDialled
        ? RefusalOf(Space.Dialled.Judge(Route.AccessCode))
        : RefusalOf(Space.Media.Judge(Route));

    /// <summary>The media of the call that was invited, or that begins now.</summary>
    /// <returns>Why they are none; null when they have been joined to it.</returns>
    public InviteDecision.Refuse? Join(IMediaLeg leg)
    {
        var refusal = IsDialled
            ? RefusalOf(Space.Dialled.Begin(Route.AccessCode, Route.Caller, leg))
            : RefusalOf(Space.Media.Join(Route, leg));
        if (refusal is null)
        {
            Space.Commands.AddJoin(Route.AccessCode, Route.Caller);
        }

        return refusal;
    }

    // Whoever dials knows nothing of events.
    private InviteDecision.Refuse? RefusalOf(MediaRefusal? refusal) => refusal switch
    {
        null => null,
        MediaRefusal.WrongDomain or MediaRefusal.NoSuchCall
            when Space.Dialled.Numbers is [_, ..] numbers && Space.Media.UserOf(Route.AccessCode) is null =>
            new InviteDecision.Refuse(404, "No called route has this number")
            {
                Why = $"No called route has this number; those are {string.Join(", ", numbers.Take(NumbersTold))}",
            },
        { } known => RefusalOf(known, Route, Space.Media.Domain),
    };

    public static InviteDecision.Refuse RefusalOf(MediaRefusal refusal, GatewayRoute route, string? domain)
    {
        var (status, reason) = refusal switch
        {
            MediaRefusal.WrongDomain => (404, "The domain is not that of event 168101"),
            MediaRefusal.NoSuchCall => (404, "No call has this access code"),
            MediaRefusal.CallOver => (404, "The call is over"),
            MediaRefusal.WrongCaller => (404, "The caller is not the clickToCallCaller of event 168101"),
            MediaRefusal.AlreadyJoined => (486, "The call has its media already"),
        };
        return new(status, reason) { Why = InviteRules.Judge(refusal, route, domain) };
    }

    private InviteDecision.Refuse? RefusalOf(DialRefusal? refusal) => refusal is { } known ? RefusalOf(known) : null;

    private InviteDecision.Refuse RefusalOf(DialRefusal refusal)
    {
        var number = Route.AccessCode;
        return refusal switch
        {
            DialRefusal.NoAgents => Of(480, Q850.SubscriberAbsent, $"No agent is on duty in the queue of {number}"),
            DialRefusal.QueueFull => Of(486, Q850.UserBusy, $"As many wait in the queue of {number} as may"),
            DialRefusal.TooManyCalls => Of(
                503, Q850.NoCircuitAvailable, "As many voice calls are under way as the tenant has been granted"),
        };

        static InviteDecision.Refuse Of(int status, Q850 cause, string why) => new(status)
        {
            Why = why,
            Headers = [new SipHeader("Reason", $"Q.850;cause={cause:d};text=\"{why}\"")],
        };
    }
}
