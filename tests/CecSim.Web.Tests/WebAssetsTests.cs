namespace CecSim.Web.Tests;

/// <summary>What a browser is sent.</summary>
public sealed class WebAssetsTests
{
    private const int ScriptBytesMax = 60 * 1024;

    [Theory]
    [InlineData("ccbarclient.js")]
    [InlineData("frame.js")]
    public void The_scripts_are_small(string name) => Assert.InRange(WebAssets.Bytes(name).Length, 1, ScriptBytesMax);

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
