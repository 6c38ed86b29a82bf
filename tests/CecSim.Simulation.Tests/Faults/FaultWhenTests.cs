using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Faults;

public sealed class FaultWhenTests
{
    [Theory]
    [InlineData("nth 2", "_X____")]
    [InlineData("every 2", "_X_X_X")]
    [InlineData("first 2", "XX____")]
    [InlineData("every 2 first 4", "_X_X__")]
    [InlineData("always", "XXXXXX")]
    public void A_fault_strikes_the_requests_it_names(string when, string expected)
    {
        using var space = Create(new SpaceSettings
        {
            Faults = [new FaultRule(CecOperation.Poll, Parse(when), new StatusAnswer(503))],
        });

        var struck = Enumerable.Range(0, 6).Select(_ => space.Faults.Strike(CecOperation.Poll).Count == 1 ? 'X' : '_');

        Assert.Equal(expected, string.Concat(struck));
    }

    [Fact]
    public void Requests_of_other_operations_do_not_count()
    {
        using var space = Create(new SpaceSettings
        {
            Faults = [new FaultRule(CecOperation.Poll, new FaultWhen { Nth = 1 }, new StatusAnswer(503))],
        });

        Assert.Empty(space.Faults.Strike(CecOperation.Send));

        Assert.Single(space.Faults.Strike(CecOperation.Poll));
    }

    [Fact]
    public void Several_faults_strike_in_the_order_of_the_file()
    {
        Fault[] inOrder = [new Delay(TimeSpan.FromSeconds(1)), new AccessTokenExpired(), new StatusAnswer(503)];
        using var space = Create(new SpaceSettings
        {
            Faults = [.. inOrder.Select(f => new FaultRule(CecOperation.Poll, FaultWhen.Always, f))],
        });

        Assert.Equal(inOrder, space.Faults.Strike(CecOperation.Poll).Select(s => s.Fault));
    }

    private static FaultWhen Parse(string when) => when.Split(' ') switch
    {
        ["nth", var n] => new FaultWhen { Nth = int.Parse(n) },
        ["every", var n] => new FaultWhen { Every = int.Parse(n) },
        ["first", var n] => new FaultWhen { First = int.Parse(n) },
        ["every", var n, "first", var m] => new FaultWhen { Every = int.Parse(n), First = int.Parse(m) },
        _ => FaultWhen.Always,
    };
}
