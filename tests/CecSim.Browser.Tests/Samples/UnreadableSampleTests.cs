namespace CecSim.Browser.Tests.Samples;

/// <summary>Samples that no browser reads as they are printed, each cut down to what is wrong with it.</summary>
public sealed class UnreadableSampleTests(Chromium chromium)
{
    [Theory]
    [InlineData("this.$axios({ url: API Fabric domain name/apiaccess/ccmessaging/send, headers: {} })")]
    [InlineData("let data={ name: 'callout' }data={ name: 'callout' }")]
    [InlineData("//a comment\n<script>\ncallout = function () {}\n</script>")]
    public async Task A_script_with_it_does_not_run(string script)
    {
        Assert.Equal("SyntaxError", await ErrorOfAsync("text => new Function(text)", script));
    }

    [Theory]
    [InlineData("""{ "resultCode": "0", "eventId": 168101, "content": { "domain": "x" "accessCode": "1" } }""")]
    [InlineData("""{ resultCode:"0" }""")]
    [InlineData("""{ "Expires": "600", }""")]
    public async Task JSON_with_it_is_none(string json)
    {
        Assert.Equal("SyntaxError", await ErrorOfAsync("text => JSON.parse(text)", json));
    }

    /// <summary>5.5 has a line end where 6.2 has none, and that is enough.</summary>
    [Fact]
    public async Task The_two_forms_of_callout_are_a_script_with_a_line_end_between_them()
    {
        Assert.Equal(
            "none",
            await ErrorOfAsync("text => new Function(text)", "let data={ name: 'callout' }\ndata={ name: 'callout' }"));
    }

    private async Task<string> ErrorOfAsync(string read, string text)
    {
        var page = await chromium.Browser.NewPageAsync();
        var error = await page.EvaluateAsync<string>(
            $$"""text => { try { ({{read}})(text) } catch (e) { return e.name } return 'none' }""", text);
        await page.Context.CloseAsync();
        return error;
    }
}
