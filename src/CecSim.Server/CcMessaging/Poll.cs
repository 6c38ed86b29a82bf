using CecSim.Server.ClickToCall;
using CecSim.Simulation.Chat;

namespace CecSim.Server.CcMessaging;

/// <summary>The text session's downlink (API reference, poll): a long poll that brings all that waits.</summary>
internal static class Poll
{
    private const string Success = "query user messages success.";

    public static IReadOnlyList<VendorRoute> Routes { get; } =
        VendorRoute.Of(CecOperation.Poll, PollAsync, VendorJson.Wire.DownlinkBody);

    private static Task PollAsync(VendorExchange exchange)
    {
        if ((WebChannel.ProblemOf(exchange) ?? ReceiverProblemOf(exchange)) is { } problem)
        {
            return exchange.RefuseAsync(problem);
        }

        var wantsReadNotices = exchange.Query("isNeedRead") == "true";
        var poll = exchange.Space.Chats.Poll(exchange.User!, wantsReadNotices);
        if (poll.Refusal is { } refusal)
        {
            // resultDesc is absent on failure.
            return exchange.RefuseAsync(refusal.ToAnswer(exchange) with { Text = null }, WhyOf(refusal));
        }

        return LongPollResponder.WriteAsync(exchange, poll.Value, static (exchange, messages) => exchange.AnswerAsync(
            new DownlinkBody(ResultBody.Success, Success, [.. messages.Select(m => BodyOf(exchange, m))]),
            VendorJson.Wire.DownlinkBody,
            Basis.Found));
    }

    private static RefusalAnswer? ReceiverProblemOf(VendorExchange exchange) =>
        exchange.Query("receiverId") == exchange.User!.UserId
            ? null
            : GenericStatuses.ToAnswer(
                StatusCodes.Status400BadRequest,
                "The query must have receiverId, the userId of the ccmessaging-token.");

    private static DownlinkBody.MessageBody BodyOf(VendorExchange exchange, ChatMessage message) => new()
    {
        From = exchange.User!.Channel.Id,
        Channel = WebChannel.Name,
        To = exchange.User!.UserId,
        ControlType = WordOf(message.Control),
        Content = message.Content,
        SenderNickname = message.Nickname,
        Timestamp = message.At.ToUnixTimeMilliseconds(),
        SourceType = WordOf(message.Source),
        IsOfflineStatus = message.Control == ChatControl.Disconnect,
        MessageCode = $"{message.Number}",
    };

    private static string WordOf(ChatControl control) => control switch
    {
        ChatControl.Chat => "CHAT",
        ChatControl.Disconnect => "DISCONNECT",
        ChatControl.Read => "READ",
    };

    private static string WordOf(ChatSource source) => source switch
    {
        ChatSource.Agent => "AGENT",
        ChatSource.Robot => "ROBOT",
        ChatSource.System => "SYSTEM",
    };

    private static string WhyOf(Refusal refusal) => refusal == Refusal.NoChat
        ? "this user has no text session: send CONNECT first"
        : "the text session has ended and all its messages were fetched";
}
