namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>The bar as a driven Firefox shows it, which has the settings' extension.</summary>
internal sealed class DrivenSight(DrivenPage page) : IBarSight
{
    public const string Frame = "ccbarclient";

    public Task<JsonElement> InBarAsync(string script) => page.EvaluateAsync(script, Frame);

    public Task<JsonElement> OnPageAsync(string script) => page.EvaluateAsync(script);

    public Task UntilAsync(string condition) => page.UntilAsync(condition, Frame);

    public Task ResizeAsync(int width, int height) => page.ResizeAsync(width, height);

    public Task ZoomAsync(int times) => page.EvaluateAsync(Settings.Wanted(new { zoom = times }));

    public Task ForceColoursAsync(bool areForced) =>
        page.EvaluateAsync(Settings.Wanted(new { areColoursForced = areForced }));

    public Task PictureAsync(string path) => page.PictureAsync(path);
}
