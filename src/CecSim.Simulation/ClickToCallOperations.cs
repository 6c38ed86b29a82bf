namespace CecSim.Simulation;

/// <summary>The operations of click-to-dial (Voice and Video Access, 5).</summary>
internal static class ClickToCallOperations
{
    private const string Messaging = "/apiaccess/ccmessaging/v1/";

    public static IReadOnlyList<VendorOperation> Describe() =>
    [
        new(CecOperation.CheckClickToCallSupport)
        {
            Method = "GET",
            Paths = [Messaging + "checkClickToCallSupport"],
            Summary = "Ask whether the channel takes click-to-call",
            Source = $"{Documents.Guide}, 5, step 2",
            Chapter = "5.1",
            GuideSection = "5",
            IsClickToCall = true,
            Query = [RequestField.Channel],
            Given = ["a user is signed in"],
            Example = [RequestField.ChannelExample],
        },
        new(CecOperation.CreateClickToCall)
        {
            Paths = [Messaging + "createClickToCall"],
            Summary = "Begin a call",
            Source = $"{Documents.Guide}, 5, step 3",
            Chapter = "5.2",
            GuideSection = "5",
            IsClickToCall = true,
            Session = SessionEffect.BeginsCall,
            DocumentedCodes = new Dictionary<string, Refusal>
            {
                ["7"] = Refusal.ClickToCallNotSupported,
                ["12"] = Refusal.OutsideWorkingHours,
                ["13"] = Refusal.NoAgentsAvailable,
            },
            Body = [RequestField.Channel, new("mediaAbility", "0 for voice, 1 for video.", null, "0", "1")],
            Given = ["an agent is free", "a user is signed in"],
            Example = [RequestField.ChannelExample, ("mediaAbility", "0")],
        },
        new(CecOperation.GetClickToCallEvents)
        {
            Method = "GET",
            Paths = [Messaging + "getClickToCallEvents"],
            Summary = "Wait for the next event of the call",
            Description = "A long poll: it is answered with the next event, or without one when the hold is over.",
            Source = $"{Documents.Guide}, 5, step 4",
            Chapter = "5.3",
            GuideSection = "5",
            IsClickToCall = true,
            IsLongPoll = true,
            PollKind = PollKind.ClickToCall,
            Query = [RequestField.Channel],
            Given = ["a call is connected"],
            Example = [RequestField.ChannelExample],
        },
        new(CecOperation.DropClickToCall)
        {
            Paths = [Messaging + "dropClickToCall"],
            Summary = "Hang up",
            Source = $"{Documents.Guide}, 5, step 5",
            Chapter = "5.4",
            GuideSection = "5",
            IsClickToCall = true,
            Session = SessionEffect.EndsCall,
            DocumentedCodes = new Dictionary<string, Refusal> { ["13"] = Refusal.NoCallToDrop },
            Body = [RequestField.Channel],
            Given = ["a call is connected"],
            Example = [RequestField.ChannelExample],
        },
    ];
}
