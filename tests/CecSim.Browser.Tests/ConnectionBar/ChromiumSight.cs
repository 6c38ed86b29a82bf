namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>The bar as Chromium shows it.</summary>
internal sealed class ChromiumSight(AgentDesk desk) : IBarSight
{
    private IFrame Frame => desk.Page.Frame("ccbarclient")!;

    public async Task<JsonElement> InBarAsync(string script) =>
        await Frame.EvaluateAsync<JsonElement?>(script) ?? default;

    public async Task<JsonElement> OnPageAsync(string script) =>
        await desk.Page.EvaluateAsync<JsonElement?>(script) ?? default;

    public async Task UntilAsync(string condition) =>
        Assert.True((await InBarAsync(Waiting.Until(condition))).GetBoolean(), $"never: {condition}");

    public Task ResizeAsync(int width, int height) => desk.Page.SetViewportSizeAsync(width, height);

    public Task ZoomAsync(int times) => desk.Page.EvaluateAsync(Settings.Wanted(new { zoom = times }));

    public Task ForceColoursAsync(bool areForced) => desk.Page.EmulateMediaAsync(
        new() { ForcedColors = areForced ? ForcedColors.Active : ForcedColors.None });

    public Task PictureAsync(string path) => desk.Page.ScreenshotAsync(new() { Path = path });
}
