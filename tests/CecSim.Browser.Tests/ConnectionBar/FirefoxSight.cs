using System.Text.Json;
using CecSim.Browser.Tests.Firefoxes;

namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>The bar as Firefox shows it.</summary>
internal sealed class FirefoxSight(FirefoxPage page) : IBarSight
{
    public const string Frame = "ccbarclient";

    public Task<JsonElement> InBarAsync(string script) => page.EvaluateAsync(script, Frame);

    public Task<JsonElement> OnPageAsync(string script) => page.EvaluateAsync(script);

    public Task UntilAsync(string condition) => page.UntilAsync(condition, Frame);

    public Task ResizeAsync(int width, int height) => page.ResizeAsync(width, height);

    public Task PictureAsync(string path) => page.PictureAsync(path);
}
