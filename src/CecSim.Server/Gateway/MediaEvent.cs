using CecSim.Control.Contracts;

namespace CecSim.Server.Gateway;

/// <summary>Something that the customer of a call did with its media.</summary>
internal abstract record MediaEvent
{
    private MediaEvent()
    {
    }

    public abstract MediaChangeKind Kind { get; }

    /// <summary>The customer can be heard from now on.</summary>
    public sealed record Connected : MediaEvent
    {
        public override MediaChangeKind Kind => MediaChangeKind.Connected;
    }

    /// <param name="Keys">One or more, as they came: by RFC 4733 or in an INFO.</param>
    public sealed record Pressed(string Keys) : MediaEvent
    {
        public override MediaChangeKind Kind => MediaChangeKind.Pressed;
    }

    public sealed record Held : MediaEvent
    {
        public override MediaChangeKind Kind => MediaChangeKind.Held;
    }

    public sealed record Resumed : MediaEvent
    {
        public override MediaChangeKind Kind => MediaChangeKind.Resumed;
    }
}
