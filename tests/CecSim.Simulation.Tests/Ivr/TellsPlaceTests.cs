using CecSim.Simulation.Ivr;
using CecSim.Simulation.Tests.Calls;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Ivr;

/// <summary>Callers who are told their place while they wait.</summary>
public sealed class TellsPlaceTests
{
    private static readonly QueueSettings Voice = new() { Name = "voice", TellsPlace = true, WrapUp = TimeSpan.Zero };

    [Fact]
    [Shows("10.1/tells-place")]
    public void A_caller_who_begins_to_wait_is_told_its_place()
    {
        using var space = Hotline(Voice);
        Dial(space);
        Dial(space);

        var third = Dial(space);

        Assert.Equal([PlaceOf(2)], Said(third));
    }

    [Fact]
    [Shows("10.1/tells-place-again")]
    public async Task A_caller_whose_place_has_changed_is_told_so_20_s_after_the_last()
    {
        using var space = Hotline(Voice, talksFor: 15);
        Dial(space);
        Dial(space);
        var third = Dial(space);
        await space.AdvanceAsync(19.9);
        Assert.Equal([PlaceOf(2)], Said(third));

        await space.AdvanceAsync(0.1);

        Assert.Equal([PlaceOf(2), PlaceOf(1)], Said(third));
    }

    [Fact]
    [Shows("10.1/tells-place-again")]
    public async Task A_caller_whose_place_is_the_same_is_not_told_it_again()
    {
        using var space = Hotline(Voice, talksFor: 300);
        Dial(space);

        var second = Dial(space);
        await space.AdvanceAsync(59);

        Assert.Equal([PlaceOf(1)], Said(second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_waits_no_longer_is_told_no_place(bool isServed)
    {
        using var space = Hotline(Voice, talksFor: 15);
        Dial(space);
        var second = Dial(space);
        var third = Dial(space);
        await space.AdvanceAsync(18);
        var leaving = isServed ? second : third;
        space.Media.Leave(leaving.AccessCode, leaving);

        await space.AdvanceAsync(14);

        Assert.Equal([PlaceOf(2)], Said(third).Where(s => s.Contains("number")));
    }

    [Fact]
    public async Task A_caller_who_is_transferred_to_another_queue_is_told_its_place_there()
    {
        using var space = Create(new SpaceSettings
        {
            Queues =
            [
                Voice with
                {
                    OnTimeout = new Overflow.Transfer("second"),
                    MaxWaitingTime = TimeSpan.FromSeconds(10),
                },
                Voice with { Name = "second" },
            ],
            CalledRoutes = [new CalledRoute("12345", "1", "voice")],
            Agents = [Answering(300)],
        });
        Dial(space);

        var second = Dial(space);
        await space.AdvanceAsync(29);

        Assert.Equal([PlaceOf(1), PlaceOf(1)], Said(second));
    }

    [Fact]
    [Shows("10.1/tells-place-again")]
    public async Task A_flow_of_a_queue_begins_behind_the_place()
    {
        using var space = Hotline(Voice with { Queuing = new WaitTone.Flow("wait") });
        Dial(space);

        var second = Dial(space);
        Assert.Equal([PlaceOf(1)], Said(second));
        await space.AdvanceAsync(new Sound.Speech(PlaceOf(1)).Length.TotalSeconds);

        Assert.Equal([PlaceOf(1), "goodbye"], Said(second));
    }

    [Fact]
    public async Task The_flow_of_a_queue_ends_with_the_wait_there()
    {
        using var space = Create(new SpaceSettings
        {
            Queues =
            [
                Voice with
                {
                    TellsPlace = false,
                    Queuing = new WaitTone.Flow("wait"),
                    OnTimeout = new Overflow.Transfer("second"),
                    MaxWaitingTime = TimeSpan.FromSeconds(10),
                },
                new QueueSettings { Name = "second" },
            ],
            CalledRoutes = [new CalledRoute("12345", "1", "voice")],
            Agents = [Answering(300)],
            Ivr = Wait,
        });
        Dial(space);
        var second = Dial(space);
        await space.AdvanceAsync(10);
        var said = second.Told.Count;

        await space.AdvanceAsync(10);

        Assert.Equal(said, second.Told.Count);
    }

    private static readonly Dictionary<string, IvrFlow> Wait = new()
    {
        ["wait"] = new IvrFlow("wait", [new IvrStep.Play(new Sound.Speech("goodbye"))]),
    };

    private static Space Hotline(QueueSettings queue, double talksFor = 10) => Create(new SpaceSettings
    {
        Queues = [queue],
        CalledRoutes = [new CalledRoute("12345", "1", "voice")],
        Agents = [Answering(talksFor)],
        Ivr = Wait,
    });

    private static AgentSettings Answering(double talksFor) => new()
    {
        WorkNo = 101,
        Type = AgentType.Voice,
        Conduct = new AgentBehavior
        {
            AnswersAfter = TimeSpan.FromSeconds(2),
            TalksFor = TimeSpan.FromSeconds(talksFor),
        },
    };

    private static RecordingLeg Dial(Space space)
    {
        var leg = new RecordingLeg();
        Assert.Null(space.Dialled.Begin("123451", "13800000000", leg));
        return leg;
    }

    private static string PlaceOf(int place) => $"please wait, you are number {place} in the queue";

    private static IEnumerable<string> Said(RecordingLeg leg) =>
        leg.Told.Where(t => t.StartsWith("says ")).Select(t => t["says ".Length..]);
}
