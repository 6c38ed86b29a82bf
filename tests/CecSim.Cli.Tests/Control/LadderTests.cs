using CecSim.Cli.Control.Ladders;
using CecSim.Control.Contracts;

namespace CecSim.Cli.Tests.Control;

/// <summary>A ladder for people, for pages, and as a picture.</summary>
public sealed class LadderTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly CallLadder Ladder = new(
        7,
        [
            new(At, 0, LadderParty.Customer, LadderParty.Cec, LadderProtocol.Http, "POST createClickToCall"),
            new(At, 2.25, LadderParty.Cec, LadderParty.Agent, LadderProtocol.Event, "AgentState_Busy", "agent 1001"),
            new(At, 3, LadderParty.Cec, LadderParty.Customer, LadderProtocol.Http, "403", "no <b>"),
            new(At, 1_004, LadderParty.Gateway, LadderParty.Agent, LadderProtocol.Sip, "INV;ITE#1\u001b[31m")
            {
                Message = "INVITE sip:a SIP/2.0\nTo: <sip:a>\n\n",
            },
        ],
        ["SIP messages: dropped."]);

    [Fact]
    public void A_ladder_has_a_column_for_each_party_and_says_what_is_missing() => Assert.Equal(
        """
                ms  customer                      cec                           gateway                       agent
               0.0  │── POST createClickToCall ──>│                             │                             │
               2.3  │                             │····················· AgentState_Busy ····················>│
               3.0  │<─────────── 403 ────────────│                             │                             │  no <b>
            1004.0  │                             │                             │────── INV;ITE#1�[31m ──────>│
        Missing: SIP messages: dropped.

        """.ReplaceLineEndings("\n"),
        CallLadderText.Of(Ladder, withMessages: false, columns: 500));

    [Fact]
    public void In_a_narrow_terminal_labels_are_cut_and_lines_are_not()
    {
        var lines = CallLadderText.Of(Ladder, withMessages: false, columns: 80).Split('\n');

        Assert.Contains("       0.0  │─ POST create… >│                │                │", lines);
        Assert.All(
            lines.Where(l => !l.Contains("403", StringComparison.Ordinal)), l => Assert.InRange(l.Length, 0, 80));
    }

    [Fact]
    public void Messages_stand_below_their_line_where_they_are_wanted() => Assert.Contains(
        "│\n            INVITE sip:a SIP/2.0\n            To: <sip:a>\n",
        CallLadderText.Of(Ladder, withMessages: true, columns: 500),
        StringComparison.Ordinal);

    [Fact]
    public void A_ladder_of_nothing_says_so() => Assert.Equal(
        "Nothing is known of it.\n", CallLadderText.Of(new CallLadder(1, [], []), withMessages: false, columns: 500));

    [Fact]
    public void In_Mermaid_no_label_is_markup_or_a_line_of_its_own() => Assert.Equal(
        """
        sequenceDiagram
          participant customer
          participant cec
          participant gateway
          participant agent
          customer->>cec: POST createClickToCall (0 ms)
          cec-->>agent: AgentState_Busy (2 ms)
          cec->>customer: 403 (3 ms)
          gateway->>agent: INV,ITE#35;1�[31m (1004 ms)

        """.ReplaceLineEndings("\n"),
        LadderMermaid.Of(Ladder));

    [Fact]
    public void A_picture_is_XML_with_a_line_for_each_step_and_all_of_it_behind_the_label()
    {
        var picture = System.Xml.Linq.XDocument.Parse(LadderSvg.Of(Ladder)).Root!;
        var labels = picture.Elements().Where(e => (string?)e.Attribute("class") == "label").ToList();

        Assert.Equal(4, labels.Count);
        Assert.Contains("no <b>", labels[2].Value, StringComparison.Ordinal);
        Assert.Contains("To: <sip:a>", labels[3].Value, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', picture.ToString());
    }

    [Theory]
    [InlineData("--mermaid", "--svg", "A ladder has one form at a time: --mermaid or --svg.")]
    [InlineData("--mermaid", "--json", "A ladder has one form at a time: --mermaid or --json.")]
    [InlineData("--svg", "--json", "A ladder has one form at a time: --svg or --json.")]
    [InlineData("--svg", "--messages", "--messages is of the table: name it or --svg.")]
    public async Task Two_forms_at_once_are_refused(string one, string other, string why)
    {
        await using var cec = await FrozenSpace.ServeAsync();

        var refused = await cec.RunAsync("calls", "ladder", "1", one, other, "--space", "mine");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(why, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_draws_a_call_each_way()
    {
        await using var cec = await FrozenSpace.ServeAsync();
        using var ann = await cec.SignInAsync("ann");
        await ann.CallAsync();

        var text = await cec.RunAsync("calls", "ladder", "1", "--space", "mine");
        var mermaid = await cec.RunAsync("calls", "ladder", "1", "--mermaid", "--space", "mine");
        var picture = await cec.RunAsync("calls", "ladder", "1", "--svg", "--space", "mine");
        var json = await cec.RunAsync("calls", "ladder", "1", "--json", "--space", "mine");

        Assert.Matches("0[.]0  │── POST createClickToCall ──>│", text.Output);
        Assert.StartsWith("sequenceDiagram\n", mermaid.Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", picture.Output, StringComparison.Ordinal);
        Assert.Equal("http", (string)JsonNode.Parse(json.Output)!["steps"]![0]!["protocol"]!);
        var capture = Path.Combine(Directory.CreateTempSubdirectory("cecsim-").FullName, "call.pcapng");
        var written = await cec.RunAsync("calls", "pcap", "1", "-o", capture, "--space", "mine");
        Assert.StartsWith($"Wrote call 1 to {capture}: ", written.Output, StringComparison.Ordinal);
        var file = await File.ReadAllBytesAsync(capture, TestContext.Current.CancellationToken);
        Assert.Equal([0x0A, 0x0D, 0x0D, 0x0A], file.Take(4));
        var recording = await cec.RunAsync("calls", "recording", "1", "both", "-o", capture, "--space", "mine");
        Assert.Contains("serve --record-media DIR", recording.Errors, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(capture)!, recursive: true);
        Assert.Equal(1, (await cec.RunAsync("calls", "ladder", "9", "--space", "mine")).ExitCode);
    }
}
