using CecSim.Scenarios.Tests.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Scenarios.Tests;

/// <summary>A fault is described once: what is written of it is what arms it again.</summary>
public sealed class FaultWritingTests
{
    private const int CasesPerFault = 100;

    private static readonly Gen<TimeSpan> Duration = Gen.OneOf(
        Gen.Choose(1, 24 * 60 * 60 * 1_000).Select(ms => TimeSpan.FromMilliseconds(ms)),
        Gen.Choose(1, 24 * 60 * 60).Select(s => TimeSpan.FromSeconds(s)),
        Gen.Choose((int)TimeSpan.TicksPerMillisecond, int.MaxValue).Select(ticks => TimeSpan.FromTicks(ticks)));

    private static readonly Gen<double> Share = Gen.Choose(0, 1_000_000).Select(n => n / 1_000_000.0);

    public static TheoryData<string> Words => [.. FaultForms.All.Select(f => f.Word)];

    [Fact]
    public void Every_kind_of_fault_has_a_name() => Assert.Equal(
        typeof(Fault).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(Fault)) && !t.IsAbstract),
        FaultForms.All.Count);

    [Theory]
    [MemberData(nameof(Words))]
    public void A_fault_reads_back_as_it_was_written(string word)
    {
        var read = 0;
        var form = FaultForms.Of(word);
        var places = VendorOperations.All
            .Where(FaultForms.ExampleRule(form).Inject.Place.Covers).Select(o => o.Id).ToArray();
        var rules =
            from inject in Injected(form)
            from at in Gen.Elements(places)
            from nth in Gen.Choose(0, 9)
            from probability in Gen.OneOf(Gen.Constant<double?>(null), Share.Select(s => (double?)s))
            from after in Gen.OneOf(Gen.Constant<TimeSpan?>(null), Duration.Select(d => (TimeSpan?)d))
            let conditions = new FaultWhen
            {
                Every = nth % 3 == 1 ? nth : null,
                First = nth > 4 ? nth : null,
                Probability = probability,
                After = after,
            }
            select (At: at, When: conditions, Inject: inject);

        Prop.ForAll(rules.ToArbitrary(), rule =>
        {
            // What a schema cannot say, like which of two durations is longer, is a complaint.
            var text = $$"""{"at":"{{rule.At.Word()}}","inject":{{rule.Inject}}}""";
            if (ScenarioParts.Fault(text).Value is not { } fault)
            {
                return;
            }

            read++;
            var whole = fault with { When = rule.When };
            var written = ScenarioParts.Write(whole);
            var again = ScenarioParts.Fault(written.ToJsonString());

            Assert.Empty(again.Complaints);
            Assert.Equal(whole, again.Value);
            Assert.True(JsonNode.DeepEquals(written, ScenarioParts.Write(again.Value!)));
            Assert.Equal(word, ScenarioParts.NameOf(whole.Inject));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesPerFault));

        Assert.True(read > CasesPerFault / 5, $"Only {read} of {CasesPerFault} could be read.");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_fault_that_takes_a_value_reads_as_many_ones(string word)
    {
        var form = FaultForms.Of(word);
        var at = FaultForms.ExampleRule(form).At.Word();

        var faults = Injected(form).Sample(CasesPerFault)
            .Select(inject => ScenarioParts.Fault($$"""{"at":"{{at}}","inject":{{inject}}}""").Value?.Inject)
            .OfType<Fault>()
            .Distinct()
            .Count();

        var isRight = form.ToSchema() switch
        {
            null => faults == 1,
            { } schema when schema["enum"] is JsonArray words => faults == words.Count,
            _ => faults > 5,
        };
        Assert.True(isRight, $"{faults} different faults");
    }

    [Theory]
    [InlineData("u-*", null)]
    [InlineData(null, "202403010000000001")]
    [InlineData("a b", "7")]
    public void Whom_a_fault_strikes_reads_back_as_it_was_written(string? userId, string? channel)
    {
        var rule = new FaultRule(CecOperation.Poll, FaultWhen.Always, new Hang())
        {
            Match = new FaultMatch(userId, channel),
        };

        Assert.Equal(rule, ScenarioParts.Fault(ScenarioParts.Write(rule).ToJsonString()).Value);
    }

    [Fact]
    public void Durations_are_written_in_their_largest_unit()
    {
        var rule = new FaultRule(CecOperation.Ccbarclient, FaultWhen.Always, new FrameLate(TimeSpan.FromSeconds(3)));

        Assert.Equal(
            """{"at":"ccbarclient","inject":{"frameLate":"3s"}}""", ScenarioParts.Write(rule).ToJsonString());
    }

    private static Gen<string> Injected(Form<Fault> form)
    {
        Gen<string>[] alone = form.Bare is null ? [] : [Gen.Constant($"\"{form.Word}\"")];
        Gen<string>[] withValue = form.ToSchema() is { } schema
            ? [SchemaValues.Of(schema).Select(value => $$"""{"{{form.Word}}":{{value}}}""")]
            : [];
        return Gen.OneOf([.. alone, .. withValue]);
    }
}
