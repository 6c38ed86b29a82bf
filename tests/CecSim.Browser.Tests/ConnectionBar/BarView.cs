namespace CecSim.Browser.Tests.ConnectionBar;

/// <summary>A window, and how many times its size people have made what is in it.</summary>
internal sealed record BarView(int Width, int Height, int Zoom = 1)
{
    public override string ToString() => Zoom == 1 ? $"{Width}x{Height}" : $"{Width}x{Height}-{Zoom}00%";
}
