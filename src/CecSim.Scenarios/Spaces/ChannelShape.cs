using CecSim.Simulation.Channels;

namespace CecSim.Scenarios.Spaces;

/// <summary>One of the <c>channels</c> of a space.</summary>
internal static class ChannelShape
{
    /// <summary>The kind of id, also for those who refer to it.</summary>
    public const string Kind = "channel";

    public static readonly ChoiceShape<bool> YesOrNo = new("a yes-or-no", ("true", true), ("false", false));

    private static readonly ChoiceShape<ChannelService> Service =
        new("a service", ("human", ChannelService.Human), ("robot", ChannelService.Robot));

    public static readonly ObjectShape<ChannelSettings> Channel =
        new ObjectShape<ChannelSettings>(new ChannelSettings())
            .Required(
                "id",
                "the \"Configuration ID\" that a client passes as channelId.",
                new IdShape<string>(Kind, Id),
                (c, id) => c with { Id = id })
            .Optional("name", "what people call it.", new TextShape("a name", 1, 60), (c, n) => c with { Name = n })
            .Optional(
                "webRtc",
                "whether calls can carry WebRTC.",
                YesOrNo,
                (c, on) => c with { WebRtc = on },
                c => c.WebRtc)
            .Optional(
                "clickToCall",
                "whether clients may create calls.",
                YesOrNo,
                (c, on) => c with { ClickToCall = on },
                c => c.ClickToCall)
            .Optional(
                "voiceQueue",
                "where voice calls wait.",
                Queue(QueueType.VoiceClickToDial),
                (c, queue) => c with { VoiceQueue = queue })
            .Optional(
                "videoQueue",
                "where video calls wait.",
                Queue(QueueType.VideoClickToDial),
                (c, queue) => c with { VideoQueue = queue })
            .Optional(
                "chatQueue",
                "where text sessions wait.",
                Queue(QueueType.Multimedia),
                (c, queue) => c with { ChatQueue = queue })
            .Optional(
                "service",
                "who takes a new text session.",
                Service,
                (c, who) => c with { Service = who },
                c => c.Service)
            .Optional(
                "workingHours",
                "when agents work; always when absent.",
                HoursShape.Hours,
                (c, hours) => c with { WorkingHours = hours })
            .Optional(
                "timeZone",
                "the zone of the working hours.",
                new TimeZoneShape(),
                (c, zone) => c with { TimeZone = zone },
                c => c.TimeZone)
            .Optional(
                "requiresChatFirst",
                "whether a call needs a text session with an agent first.",
                YesOrNo,
                (c, on) => c with { RequiresChatFirst = on },
                c => c.RequiresChatFirst)
            .Optional(
                "callEndsChat",
                "whether the end of a call ends the text session.",
                YesOrNo,
                (c, on) => c with { CallEndsChat = on },
                c => c.CallEndsChat)
            .Optional(
                "chatEndsCall",
                "whether the end of a text session ends the call.",
                YesOrNo,
                (c, on) => c with { ChatEndsCall = on },
                c => c.ChatEndsCall);

    public static ReferenceShape Reference => new(Kind, Id);

    private static TextShape Id => SpaceShape.Word("a channel id");

    private static ReferenceShape Queue(QueueType type) => QueueShape.Reference(QueueKinds.Of(type));
}
