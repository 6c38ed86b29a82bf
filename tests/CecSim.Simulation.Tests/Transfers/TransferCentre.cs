using static CecSim.Simulation.Tests.FrozenSpace;
using static CecSim.Simulation.Tests.Queues.CentreFixture;

namespace CecSim.Simulation.Tests.Transfers;

/// <summary>
/// A centre whose first agent, 101, has a customer, u1; what it does next is the test's. 102 serves the same queue, 103
/// a queue of its own.
/// </summary>
internal static class TransferCentre
{
    public const int First = 101;
    public const int Second = 102;
    public const int Third = 103;

    public static readonly SpaceSettings Settings = new()
    {
        Queues =
        [
            Voice, Voice with { Name = "experts" }, new() { Name = "video", Type = QueueType.VideoClickToDial },
        ],
        Agents = [AgentOf(First, "voice"), AgentOf(Second, "voice"), AgentOf(Third, "experts")],
    };

    public static SpaceSettings With(int workNo, Func<AgentSettings, AgentSettings> change) => Settings with
    {
        Agents = [.. Settings.Agents.Select(a => a.WorkNo == workNo ? change(a) : a)],
    };

    /// <summary>The customer talks with the first agent.</summary>
    public static Space Talking(out User customer, SpaceSettings? settings = null)
    {
        var space = Create(settings ?? Settings);
        customer = space.Call("u1");
        Assert.Null(space.Agents.Ask(First, new AgentInput.Answer()));
        space.TakeAll(customer);
        return space;
    }

    public static AgentRefusal? Transfer(this Space space, TransferTarget target, int workNo = First) =>
        space.Agents.Ask(workNo, new AgentInput.Transfer(target));

    /// <summary>The kinds of what the customer was told since the last time.</summary>
    public static IReadOnlyList<CallEventKind> Told(this Space space, User customer) =>
        [.. space.TakeAll(customer).Select(e => e.Kind)];

    public static IReadOnlyList<AgentNotice> NoticesOf(this Space space, int workNo) =>
        [.. space.Agents.Events.Where(e => e.WorkNo == workNo).Select(e => e.Notice)];

    private static AgentSettings AgentOf(int workNo, string queue) => new()
    {
        WorkNo = workNo,
        AccountCode = $"{workNo - 90}",
        SipAccount = $"8{workNo}",
        SipPassword = "secret",
        Skills = [new(queue)],
    };
}
