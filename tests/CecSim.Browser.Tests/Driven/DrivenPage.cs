namespace CecSim.Browser.Tests.Driven;

/// <summary>A tab of <see cref="DrivenBrowser"/>.</summary>
internal sealed class DrivenPage(DrivenBrowser browser, string name)
{
    /// <param name="script">An expression; a promise is awaited.</param>
    /// <param name="frame">The name of a frame; null for the page itself.</param>
    public Task<JsonElement> EvaluateAsync(string script, string? frame = null) =>
        DoAsync("evaluate", new() { ["script"] = script, ["frame"] = frame });

    /// <summary>Waits until an expression is true.</summary>
    public async Task UntilAsync(string condition, string? frame = null)
    {
        var isTrue = await EvaluateAsync(Waiting.Until(condition), frame);
        Assert.True(isTrue.GetBoolean(), $"never: {condition}");
    }

    /// <param name="count">2 for a double click.</param>
    public Task ClickAsync(string selector, string? frame = null, int count = 1) =>
        DoAsync("click", new() { ["selector"] = selector, ["frame"] = frame, ["count"] = count });

    /// <param name="key">For example <c>Enter</c>.</param>
    public Task PressAsync(string key) => DoAsync("press", new() { ["key"] = key });

    public Task ResizeAsync(int width, int height) =>
        DoAsync("resize", new() { ["width"] = width, ["height"] = height });

    public Task PictureAsync(string path) => DoAsync("picture", new() { ["path"] = path });

    public Task ReloadAsync() => DoAsync("reload", []);

    /// <summary>Brings the tab before the others, which are in the background then.</summary>
    public Task ShowAsync() => DoAsync("front", []);

    private Task<JsonElement> DoAsync(string what, JsonObject with)
    {
        with["page"] = name;
        return browser.DoAsync(what, with);
    }
}
