using CecSim.Scenarios.Shapes;
using CecSim.Simulation.Channels;

namespace CecSim.Scenarios.Spaces;

/// <summary>One of the <c>channels</c> of a space.</summary>
internal static class ChannelShape
{
    /// <summary>The kind of id, also for those who refer to it.</summary>
    public const string Kind = "channel";

    private static readonly ChoiceShape<bool> YesOrNo = new("a yes-or-no", ("true", true), ("false", false));

    public static readonly MapShape<ChannelSettings> Channel =
        new MapShape<ChannelSettings>(new ChannelSettings())
            .Required(
                "id",
                "the \"Configuration ID\" that a client passes as channelId.",
                new IdShape(Kind, Id),
                (c, id) => c with { Id = id })
            .Optional("webRtc", "whether calls can carry WebRTC.", YesOrNo, (c, on) => c with { WebRtc = on })
            .Optional(
                "clickToCall",
                "whether clients may create calls.",
                YesOrNo,
                (c, on) => c with { ClickToCall = on });

    public static ReferenceShape Reference => new(Kind, Id);

    private static TextShape Id => SpaceShape.Word("a channel id");
}
