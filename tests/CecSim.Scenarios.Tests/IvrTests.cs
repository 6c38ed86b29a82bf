using CecSim.Simulation.Ivr;
using CecSim.Simulation.Queues;

namespace CecSim.Scenarios.Tests;

/// <summary>The flows of a scenario: what is read, and what is wrong with them.</summary>
public sealed class IvrTests
{
    private const string Space =
        "name: a\nspace:\n  queues: [{ name: sales }, { name: chat, type: multimedia }]\n" +
        "  calledRoutes: [{ accessCode: 1, ivr: menu }, { accessCode: 2, queue: sales }]\n";

    [Fact]
    public void A_flow_is_read_with_its_questions_and_branches()
    {
        var flow = Read(
            "- say: welcome\n  - gather: { prompt: [{ say: press 1 }], on: { \"1\": [{ queue: sales }] } }")
            .Ivr["menu"];

        Assert.Equal(new IvrStep.Play(new Sound.Speech("welcome")), flow.Steps[0]);
        var gather = Assert.IsType<IvrStep.Gather>(flow.Steps[1]);
        Assert.Equal((1, '#', 3), (gather.MaxDigits, gather.Terminator, gather.Tries));
        Assert.Equal([new Sound.Speech("press 1")], gather.Prompt);
        var branch = Assert.Single(gather.On);
        Assert.Equal("1", branch.Digits);
        Assert.Equal([new IvrStep.Leave(new IvrExit.Enqueue("sales"))], branch.Steps);
    }

    [Theory]
    [InlineData(
        "- queue: sale",
        "7:12: 'sale' is not a queue of calls of this space; allowed: sales; did you mean 'sales'?")]
    [InlineData("- queue: chat", "7:12: 'chat' is not a queue of calls of this space; allowed: sales")]
    [InlineData(
        "- transferToIvr: mneu", "7:20: 'mneu' is not a flow of this space; allowed: menu; did you mean 'menu'?")]
    [InlineData("- play: no.wav", "7:11: 'no.wav' cannot be read: there is no such file in the scenario's folder")]
    [InlineData("- play: ../no.wav", "7:11: '../no.wav' is not in the scenario's folder")]
    [InlineData("- play: /dev/zero", "7:11: '/dev/zero' is not in the scenario's folder")]
    [InlineData("- hangUp\n  - say: goodbye", "8:5: never reached: the call leaves the flow at line 7")]
    [InlineData(
        "- gather: { on: { \"1\": [hangUp] }, otherwise: [hangUp] }\n  - hangUp",
        "8:5: never reached: the call leaves the flow at line 7")]
    [InlineData("- transferToIvr: menu", "7:5: flows go round in a circle that asks nothing: menu -> menu")]
    [InlineData("- gather: { on: { \"12\": [hangUp] } }", "7:21: '12' is never pressed: 'maxDigits' is 1")]
    [InlineData("- gather: { on: { \"#\": [hangUp] } }", "7:21: '#' is never pressed: '#' is the terminator")]
    [InlineData(
        "- gather: { on: { \"?\": [hangUp], \"1\": [hangUp] } }",
        "7:36: '1' is never reached: '?' at line 7 covers it")]
    public void What_is_wrong_with_a_flow_is_told_at_its_place(string steps, string complaint) => Assert.Equal(
        [$"s.yaml:{complaint}"], ScenarioFiles.Parse(Story.File, Text(steps)).Complaints.Select(c => $"{c}"));

    [Fact]
    public void A_queue_and_a_flow_that_turn_a_caller_to_each_other_are_a_circle()
    {
        var text = Text("- queue: sales").Replace(
            "{ name: sales }", "{ name: sales, onNoAgents: { transferToIvr: menu } }", StringComparison.Ordinal);

        Assert.Equal(
            ["s.yaml:7:5: flows go round in a circle that asks nothing: menu -> menu"],
            ScenarioFiles.Parse(Story.File, text).Complaints.Select(c => $"{c}"));
    }

    [Fact]
    public void A_flow_that_asks_may_begin_again() =>
        Assert.NotEmpty(Read("- gather: {}\n  - transferToIvr: menu").Ivr);

    [Theory]
    [InlineData("wav", 1)]
    [InlineData("other", null)]
    [InlineData("endless", null, "longer than a day")]
    [InlineData("cut", null, "an Ogg file that breaks off")]
    public void A_file_is_as_long_as_its_header_says(
        string kind, int? seconds, string complaint = "neither WAV nor Ogg Opus")
    {
        var folder = Directory.CreateTempSubdirectory("ivr-");
        try
        {
            var file = Path.Combine(folder.FullName, "a.wav");
            File.WriteAllBytes(file, kind switch
            {
                "wav" => Wave.ToneOf(1, 440),
                // The granule position of its last page: RFC 3533, section 6.
                "endless" => [.. "OggS"u8, 0, 0, 255, 255, 255, 255, 255, 255, 255, 127],
                "cut" => [.. "OggS"u8, 0],
                _ => [1, 2, 3],
            });
            var load = ScenarioFiles.Parse(Path.Combine(folder.FullName, "s.yaml"), Text("- play: a.wav"));

            if (seconds is { } length)
            {
                Assert.Equal(
                    [new IvrStep.Play(new Sound.Recording(file, TimeSpan.FromSeconds(length)))],
                    load.Scenarios.Single().Space.Ivr["menu"].Steps);
            }
            else
            {
                Assert.EndsWith(
                    $"'a.wav' cannot be played: it is {complaint}", $"{Assert.Single(load.Complaints)}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(
        "- say: Guten Tag",
        "7:10: warning: spoken where espeak-ng is installed, and a tone elsewhere: not all of it ships")]
    [InlineData("- hangUp\n  lost:\n  - hangUp", "8:3: warning: nothing leads to the flow 'lost'")]
    public void What_has_no_effect_or_not_everywhere_is_a_warning(string steps, string warning) => Assert.Equal(
        [$"s.yaml:{warning}"], ScenarioFiles.Parse(Story.File, Text(steps)).Warnings.Select(w => $"{w}"));

    [Theory]
    [InlineData("{ accessCode: 3 }", "5:18: the key 'queue' is missing, or 'ivr': where it leads")]
    [InlineData("{ accessCode: 3, queue: sales, ivr: menu }", "5:49: 'ivr' cannot stand beside 'queue'")]
    public void A_route_leads_to_a_queue_or_to_a_flow(string route, string complaint)
    {
        var text = $"name: a\nspace:\n  queues: [{{ name: sales }}]\n  agents: []\n  calledRoutes: [{route}]\n" +
            "ivr:\n  menu: [hangUp]\n";

        Assert.Equal([$"s.yaml:{complaint}"], ScenarioFiles.Parse(Story.File, text).Complaints.Select(c => $"{c}"));
    }

    private static string Text(string steps) => $"{Space}ivr:\n  menu:\n  {steps}\n";

    private static CecSim.Simulation.Spaces.SpaceSettings Read(string steps)
    {
        var load = ScenarioFiles.Parse(Story.File, Text(steps));
        Assert.Empty(load.Complaints);
        return load.Scenarios.Single().Space;
    }
}
