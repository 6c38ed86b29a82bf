using CecSim.Simulation.Channels;
using CecSim.Simulation.Outbound;

namespace CecSim.Simulation.Calls;

/// <summary>What serves the contacts that no script decides on.</summary>
internal sealed class ContactCentre(
    SpaceScheduler time,
    SpaceSettings settings,
    SeededRandom random,
    SeededRandom customers,
    CallProgress progress,
    AgentRoster roster,
    RegisteredPhones phones,
    ArmedFaults faults,
    CallDistributor distributor)
{
    /// <summary>How long an IVR flow plays before it releases the call. No document says.</summary>
    public static readonly TimeSpan IvrPlaysFor = TimeSpan.FromSeconds(10);

    private long _callsCount;

    public SpaceScheduler Time { get; } = time;

    public SpaceSettings Settings { get; } = settings;

    public SeededRandom Random { get; } = random;

    public CallProgress Progress { get; } = progress;

    public AgentRoster Roster { get; } = roster;

    public RegisteredPhones Phones { get; } = phones;

    public CallDistributor Distribution { get; } = distributor;

    /// <returns>The queue that a channel's calls go to; null when the space has none.</returns>
    public SkillQueue? QueueOf(ChannelSettings channel, MediaAbility media)
    {
        var (name, type) = media == MediaAbility.Video
            ? (channel.VideoQueue, QueueType.VideoClickToDial)
            : (channel.VoiceQueue, QueueType.VoiceClickToDial);
        return Distribution.Queues.FirstOrDefault(
            q => name is null ? q.Settings.Type == type : q.Settings.Name == name);
    }

    /// <returns>The queue that a channel's text sessions go to; null when the space has none.</returns>
    public SkillQueue? ChatQueueOf(ChannelSettings channel) => Distribution.Queues.FirstOrDefault(
        q => channel.ChatQueue is { } name ? q.Settings.Name == name : q.Settings.Type == QueueType.Multimedia);

    public AgentCall NewAgentCall(Call call) => call.Dialled is { } number
        ? new(NewCallId(), call.User.UserId, number, call.Media) { AccessCode = call.AccessCode, IsOfPhone = true }
        : new(NewCallId(), GatewayRoute.AnonymousCaller, call.AccessCode, call.Media);

    /// <summary>A call that an agent makes; what the customer sees as its number is the agent's phone.</summary>
    public AgentCall NewAgentCall(AgentSettings agent, string number, MediaAbility media) =>
        new(NewCallId(), agent.SipAccount ?? $"{agent.WorkNo}", number, media, IsOutbound: true);

    /// <summary>A call from one agent to another one.</summary>
    public AgentCall NewInternalCall(AgentSettings caller, AgentSettings called, MediaAbility media) =>
        new(NewCallId(), caller.SipAccount ?? $"{caller.WorkNo}", called.SipAccount ?? $"{called.WorkNo}", media)
        {
            TransferredBy = caller.WorkNo,
        };

    /// <summary>What will become of a number that an agent calls.</summary>
    public OutboundPlan PlanOf(Agent agent, string number)
    {
        var plan = OutboundPlan.Draw(Settings.Outbound, number, customers);
        return number == agent.Settings.SipAccount ? plan : PlanAtPhone(number) ?? plan;
    }

    /// <returns>What will become of a number that is a registered phone; null where it is none.</returns>
    public OutboundPlan? PlanAtPhone(string number) =>
        Phones.LineOf(number) is null ? null
        : Roster.All.Any(a => a.Settings.SipAccount == number && a.Call is not null)
            ? new OutboundPlan(OutboundOutcome.Busy, null, null)
        : OutboundPlan.OfPhone;

    /// <summary>Calls the registered phones of an agent.</summary>
    /// <param name="customer">Null for a number that the agent calls.</param>
    /// <returns>Null while it has none.</returns>
    public IPhoneLeg? RingPhone(Agent agent, AgentCall ringing, User? customer, bool answersItself) =>
        Phones.LineOf(agent) is { } line ? RingPhone(line, ringing, customer, answersItself) : null;

    /// <summary>Calls registered phones.</summary>
    /// <param name="customer">Null for a number that an agent calls.</param>
    public IPhoneLeg RingPhone(IPhoneLine line, AgentCall ringing, User? customer, bool answersItself) =>
        line.Ring(
            ringing,
            answersItself,
            faults.StrikeInvite(
                CecOperation.Phone,
                customer is null ? null : new FaultTargetUser(customer.UserId, customer.Channel.Id)));

    private string NewCallId() => string.Create(
        CultureInfo.InvariantCulture, $"{Time.Now.ToUnixTimeSeconds()}-{++_callsCount}");
}
