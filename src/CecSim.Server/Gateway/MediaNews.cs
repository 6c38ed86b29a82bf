namespace CecSim.Server.Gateway;

/// <summary>Something that the customer of a call did with its media.</summary>
internal abstract record MediaNews
{
    private MediaNews()
    {
    }

    /// <summary>The customer can be heard from now on.</summary>
    public sealed record Connected : MediaNews;

    /// <param name="Keys">One or more, as they came: by RFC 4733 or in an INFO.</param>
    public sealed record Pressed(string Keys) : MediaNews;

    public sealed record Held : MediaNews;

    public sealed record Resumed : MediaNews;
}
