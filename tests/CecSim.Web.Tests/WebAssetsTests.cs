namespace CecSim.Web.Tests;

/// <summary>What a browser is sent.</summary>
public sealed class WebAssetsTests
{
    private const int ScriptBytesMax = 60 * 1024;

    [Theory]
    [InlineData("ccbarclient.js")]
    [InlineData("frame.js")]
    public void The_scripts_are_small(string name) => Assert.InRange(WebAssets.Bytes(name).Length, 1, ScriptBytesMax);

    [Theory]
    [InlineData("agent.js")]
    [InlineData("customer.js")]
    public void The_scripts_with_a_library_carry_its_licence_and_are_not_large(string name)
    {
        var script = WebAssets.Text(name);

        Assert.StartsWith("/*!", script, StringComparison.Ordinal);
        foreach (var package in (string[])["debug 4.", "events 3.", "jssip 3.13.8", "ms 2.", "sdp-transform 2."])
        {
            Assert.Contains($"\n{package}", script, StringComparison.Ordinal);
        }

        Assert.InRange(script.Length, 1, 400 * 1024);
    }

    [Fact]
    [Shows("9/no-document-write")]
    public void The_script_of_a_page_erases_nothing_and_evaluates_nothing()
    {
        var script = WebAssets.Text("ccbarclient.js");

        Assert.DoesNotContain("document.write", script, StringComparison.Ordinal);
        Assert.DoesNotContain("eval(", script, StringComparison.Ordinal);
    }

    [Fact]
    public void The_frame_loads_nothing_but_its_own_files()
    {
        var page = WebAssets.Text("frame.html");

        Assert.Contains("src=\"js/frame.js\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nothing.js", Assert.Throws<ArgumentException>(() => WebAssets.Bytes("nothing.js")).Message);
}
