using CecSim.Server.ClickToCall;
using CecSim.Simulation.Chat;

namespace CecSim.Server.CcMessaging;

/// <summary>
/// The text session's uplink. "send is synchronous, sendAsync asynchronous; same function": sendAsync takes whatever it
/// can read, and a session that it cannot bring about ends with a message to poll.
/// </summary>
internal static class Send
{
    public static IReadOnlyList<VendorRoute> Routes { get; } =
    [
        .. VendorRoute.Of(CecOperation.Send, SendAsync, VendorJson.Wire.ResultBody),
        .. VendorRoute.Of(CecOperation.SendAsync, SendLaterAsync, VendorJson.Wire.ResultBody),
    ];

    private static async Task SendAsync(VendorExchange exchange)
    {
        var (controlType, problem) = Read(exchange, await exchange.ReadBodyAsync());
        if (problem is { } wrong)
        {
            await exchange.RefuseAsync(wrong);
            return;
        }

        var state = Apply(exchange, controlType, answersLater: false);
        if (state.Refusal is { } refusal)
        {
            // No document prints a code of send other than success.
            await exchange.RefuseAsync(
                refusal.ToAnswer(exchange) with { Basis = Basis.Inferred }, WhyOf(refusal));
            return;
        }

        var (text, basis) = SendTexts.Of(controlType, isWithRobot: state.Value == ChatState.WithRobot);
        await exchange.AnswerAsync(new ResultBody(ResultBody.Success, text), VendorJson.Wire.ResultBody, basis);
    }

    private static async Task SendLaterAsync(VendorExchange exchange)
    {
        var (controlType, problem) = Read(exchange, await exchange.ReadBodyAsync());
        if (problem is { } wrong)
        {
            await exchange.RefuseAsync(wrong);
            return;
        }

        Apply(exchange, controlType, answersLater: true);
        await exchange.AnswerAsync(
            new ResultBody(ResultBody.Success, SendTexts.Taken), VendorJson.Wire.ResultBody, Basis.Found);
    }

    // That from and to must be the token's own is inferred: the documents only say what they hold.
    private static (string ControlType, RefusalAnswer? Problem) Read(VendorExchange exchange, BodyFields body)
    {
        body.OneOf("channel", WebChannel.Name);
        var controlType = body.OneOf("controlType", "CONNECT", "CHAT", "TRANS2AGENT", "INPUT", "DISCONNECT");
        body.OneOf("sourceType", "CUSTOMER");
        body.OneOf("mediaType", "TEXT", "IMAGE", "AUDIO", "VIDEO", "FILE", "FILE_IMAGE", "FILE_VIDEO");
        body.Same("from", exchange.User!.UserId, "the userId of the ccmessaging-token");
        body.Same("to", exchange.User!.Channel.Id, "the channelId of the ccmessaging-token");
        if (controlType == "CHAT")
        {
            body.Text("content", charsMax: 1_024);
        }
        else
        {
            body.OptionalText("content", charsMax: 1_024);
        }

        return (controlType, body.Problem);
    }

    private static Outcome<ChatState> Apply(VendorExchange exchange, string controlType, bool answersLater)
    {
        var (chats, user) = (exchange.Space.Chats, exchange.User!);
        return controlType switch
        {
            "CONNECT" => chats.Connect(user, answersLater),
            "CHAT" => chats.Chat(user, exchange.Body!.GetStringOrEmpty("content")),
            "TRANS2AGENT" => chats.TransferToAgent(user),
            "INPUT" => chats.Input(user),
            _ => chats.Disconnect(user),
        };
    }

    private static string WhyOf(Refusal refusal) => refusal switch
    {
        Refusal.NoChat => "this user has no text session: send CONNECT first",
        Refusal.ChatEnded => "the text session has ended: send CONNECT for a new one",
        Refusal.AlreadyWithAgent => "an agent serves the text session already",
        Refusal.MovedToIvr => "the queue's policy moved the text session to an IVR",
        Refusal.OutsideWorkingHours => "it is outside the working hours of the channel",
        Refusal.NoAgentsAvailable => "no agent of the queue is on duty",
        _ => "the queue of the channel is full, or there is none",
    };
}
