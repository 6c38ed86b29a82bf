using System.Globalization;

namespace CecSim.Simulation.Tests;

public sealed class VisibleTextTests
{
    [Fact]
    public void Of_all_characters_these_are_written_as_numbers() => Assert.Equal(
        [
            "0000-0008", "000a-001f", "007f-009f", "061c-061c", "200e-200f", "2028-202e", "2066-2069", "d800-dfff",
            "feff-feff", "fff9-fffb", "fffe-ffff",
        ],
        RangesOf(c => VisibleText.Line($"a{c}b") != $"a{c}b"));

    [Fact]
    public void Whatever_is_escaped_is_its_number_of_four_digits_and_all_around_it_stays()
    {
        foreach (var c in Enumerable.Range(0, 0x10000).Select(i => (char)i))
        {
            var expected = VisibleText.Line($"{c}") == $"{c}" ? $"{c}" : $"\\u{(int)c:x4}";

            Assert.Equal($"ab{expected}cd{expected}", VisibleText.Line($"ab{c}cd{c}"));
        }
    }

    [Fact]
    public void Lines_differ_from_a_line_in_line_feeds_alone() => Assert.Equal(
        ["000a-000a"], RangesOf(c => VisibleText.Line($"a{c}b") != VisibleText.Lines($"a{c}b")));

    [Fact]
    public void What_has_nothing_to_escape_is_the_same_text()
    {
        const string text = "plain, 中文 and 👩‍👩‍👧\ttabs";

        Assert.Same(text, VisibleText.Line(text));
    }

    // Not as data of a theory: there half a character would be none.
    [Fact]
    public void Half_a_character_is_escaped_and_a_whole_one_is_not() => Assert.All(
        ((string Text, string Line)[])
        [
            ("\ud83d\ude00", "\ud83d\ude00"),
            ("\ud83d", "\\ud83d"),
            ("\ude00", "\\ude00"),
            ("\ude00\ud83d", "\\ude00\\ud83d"),
            ("\ud83dx", "\\ud83dx"),
            ("x\ude00", "x\\ude00"),
            ("\ud83d\ud83d\ude00\ude00", "\\ud83d\ud83d\ude00\\ude00"),
        ],
        half => Assert.Equal(half.Line, VisibleText.Line(half.Text)));

    [Theory]
    [InlineData("##[", "\\u0023#[")]
    [InlineData("##vso[", "\\u0023#vso[")]
    [InlineData("x##Az[y", "x\\u0023#Az[y")]
    [InlineData("###vso[", "#\\u0023#vso[")]
    [InlineData("##", "##")]
    [InlineData("##vso", "##vso")]
    [InlineData("##v1[", "##v1[")]
    [InlineData("## [", "## [")]
    [InlineData("#[", "#[")]
    [InlineData("#a[", "#a[")]
    [InlineData("#", "#")]
    public void A_command_to_an_agent_of_CI_loses_its_first_sign(string text, string line) =>
        Assert.Equal(line, VisibleText.Line(text));

    /// <summary>The characters of which something holds, as ranges.</summary>
    private static List<string> RangesOf(Func<char, bool> holds)
    {
        List<(int First, int Last)> ranges = [];
        foreach (var i in Enumerable.Range(0, 0x10000).Where(i => holds((char)i)))
        {
            if (ranges.Count > 0 && ranges[^1].Last == i - 1)
            {
                ranges[^1] = (ranges[^1].First, i);
            }
            else
            {
                ranges.Add((i, i));
            }
        }

        return [.. ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First:x4}-{r.Last:x4}"))];
    }
}
