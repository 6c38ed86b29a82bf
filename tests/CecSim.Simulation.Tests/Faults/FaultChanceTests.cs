using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Faults;

/// <summary>What is left to chance, and that the seed alone decides it.</summary>
public sealed class FaultChanceTests
{
    private const int RequestsCount = 10_000;

    public static TheoryData<string> Drawn => ["probability", "uniform", "logNormal", "garbage"];

    // Four standard deviations on either side: a right generator fails one run of 15,000, and its seed is fixed.
    [Theory]
    [InlineData(0.99)]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [InlineData(0.001)]
    public void A_probability_strikes_its_share(double probability)
    {
        var expected = RequestsCount * probability;
        var deviation = Math.Sqrt(expected * (1 - probability));

        var struck = StruckOf(new FaultWhen { Probability = probability }, seed: 1).Count(s => s);

        Assert.InRange(struck, expected - (4 * deviation), expected + (4 * deviation));
        Assert.InRange(struck, 1, RequestsCount - 1);
    }

    [Theory]
    [InlineData(1.0, RequestsCount)]
    [InlineData(0.0, 0)]
    public void Certainty_strikes_always_and_impossibility_never(double probability, int count) =>
        Assert.Equal(count, StruckOf(new FaultWhen { Probability = probability }, seed: 1).Count(s => s));

    [Fact]
    public void Two_faults_of_one_probability_strike_apart_from_each_other()
    {
        var rule = new FaultRule(CecOperation.Send, new FaultWhen { Probability = 0.5 }, new Hang());
        using var space = Create(new SpaceSettings { Faults = [rule, rule] });

        var both = Enumerable.Range(0, RequestsCount).Count(_ => space.Faults.Strike(CecOperation.Send).Count == 2);

        Assert.InRange(both, RequestsCount * 0.23, RequestsCount * 0.27);
    }

    [Fact]
    public void Two_faults_that_are_armed_by_hand_strike_apart_from_each_other()
    {
        using var space = Create();
        var rule = new FaultRule(CecOperation.Send, new FaultWhen { Probability = 0.5 }, new Hang());
        space.Faults.Add(rule);
        space.Faults.Add(rule);

        var both = Enumerable.Range(0, RequestsCount).Count(_ => space.Faults.Strike(CecOperation.Send).Count == 2);

        Assert.InRange(both, RequestsCount * 0.23, RequestsCount * 0.27);
    }

    [Fact]
    public void Probability_draws_only_for_what_the_other_conditions_leave()
    {
        var struck = StruckOf(new FaultWhen { Every = 2, First = 1_000, Probability = 0.5 }, seed: 1).ToList();

        Assert.InRange(struck.Count(s => s), 200, 300);
        Assert.DoesNotContain(true, struck.Where((_, i) => i % 2 == 0));
        Assert.DoesNotContain(true, struck.Skip(1_000));
    }

    [Fact]
    public async Task A_uniform_delay_takes_any_length_of_its_range()
    {
        var range = new DurationRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        var seconds = await SecondsOfAsync(new Delay(new DelayTime.Uniform(range)));

        Assert.All(seconds, s => Assert.InRange(s, 1, 3));
        Assert.InRange(seconds.Average(), 1.98, 2.02);
        Assert.True(seconds.Min() < 1.01 && seconds.Max() > 2.99);
    }

    [Fact]
    public async Task A_log_normal_delay_has_its_median_its_spread_and_its_cut()
    {
        var delay = new DelayTime.LogNormal(TimeSpan.FromSeconds(2), 0.5, TimeSpan.FromSeconds(6));

        var seconds = await SecondsOfAsync(new Delay(delay));

        seconds.Sort();
        Assert.InRange(seconds[RequestsCount / 2], 1.95, 2.05);

        // One standard deviation to either side of the median, and the share that is longer than the cut.
        Assert.InRange(seconds[(int)(RequestsCount * 0.1587)], 2 * Math.Exp(-0.5) * 0.97, 2 * Math.Exp(-0.5) * 1.03);
        Assert.InRange(seconds[(int)(RequestsCount * 0.8413)], 2 * Math.Exp(0.5) * 0.97, 2 * Math.Exp(0.5) * 1.03);
        Assert.InRange(seconds.Count(s => s == 6.0), RequestsCount * 0.009, RequestsCount * 0.019);
        Assert.Equal(6, seconds[^1]);
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public async Task The_seed_decides_every_draw_of_a_fault(string what)
    {
        var drawn = await DrawAsync(what, seed: 7);

        Assert.Equal(drawn, await DrawAsync(what, seed: 7));
        Assert.NotEqual(drawn, await DrawAsync(what, seed: 8));
    }

    // What one request draws must not hang on which others came between, or parallel clients would see no seed at all.
    [Fact]
    public async Task A_request_draws_by_its_number_whatever_other_operations_draw()
    {
        using var quiet = Create(SettingsOf(new Garbage(), FaultWhen.Always, seed: 1));
        using var busy = Create(SettingsOf(new Garbage(), FaultWhen.Always, seed: 1));
        busy.SignIn("someone");
        busy.Faults.Strike(CecOperation.Poll);

        Assert.Equal(await BytesOfAsync(quiet), await BytesOfAsync(busy));
    }

    private static IEnumerable<bool> StruckOf(FaultWhen when, ulong seed)
    {
        using var space = Create(SettingsOf(new Hang(), when, seed));
        return [.. Enumerable.Range(0, RequestsCount).Select(_ => space.Faults.Strike(CecOperation.Send).Count == 1)];
    }

    private static async Task<List<double>> SecondsOfAsync(Delay delay)
    {
        using var space = Create(SettingsOf(delay, FaultWhen.Always, seed: 1));
        var seconds = new List<double>();
        for (var i = 0; i < RequestsCount; i++)
        {
            seconds.Add((await InjectAsync(space)).Waited.TotalSeconds);
        }

        return seconds;
    }

    private static async Task<string> DrawAsync(string what, ulong seed)
    {
        if (what == "probability")
        {
            return string.Concat(StruckOf(new FaultWhen { Probability = 0.5 }, seed).Select(s => s ? 'X' : '_'));
        }

        var second = TimeSpan.FromSeconds(1);
        Fault fault = what switch
        {
            "uniform" => new Delay(new DelayTime.Uniform(new(second, 1_000 * second))),
            "logNormal" => new Delay(new DelayTime.LogNormal(10 * second, 1, 1_000 * second)),
            _ => new Garbage(),
        };
        using var space = Create(SettingsOf(fault, FaultWhen.Always, seed));
        var struck = await InjectAsync(space);
        return $"{struck.Waited} {Convert.ToHexString(struck.Bytes)}";
    }

    private static async Task<byte[]> BytesOfAsync(Space space) => (await InjectAsync(space)).Bytes;

    private static async Task<StruckRequest> InjectAsync(Space space)
    {
        var (fault, random) = Assert.Single(space.Faults.Strike(CecOperation.Send));
        var struck = new StruckRequest(random);
        await fault.InjectAsync(struck);
        return struck;
    }

    private static SpaceSettings SettingsOf(Fault fault, FaultWhen when, ulong seed) =>
        new() { Seed = seed, Faults = [new FaultRule(CecOperation.Send, when, fault)] };
}
