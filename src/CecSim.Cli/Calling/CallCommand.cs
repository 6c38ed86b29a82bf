using System.Net;
using System.Security.Cryptography;
using CecSim.Cli.Contracts;

namespace CecSim.Cli.Calling;

/// <summary><c>cecsim call</c>: one call with <see cref="CecClient"/>, against a simulated CEC or a real one.</summary>
internal static class CallCommand
{
    private static readonly Option<CecMedia> Media = new("--media")
    {
        Description = "Voice or video.",
        HelpName = "voice|video",
    };

    private static readonly Option<bool> ChatFirst = new("--chat-first")
    {
        Description = "Connect a text session before the call, where a channel wants one.",
    };

    private static readonly Option<TimeSpan> Talk = Durations.Seconds(
        "--talk",
        "How long the call goes on, once connected, before it is hung up.",
        TimeSpan.FromSeconds(3),
        TimeSpan.Zero,
        TimeSpan.FromHours(1));

    private static readonly Option<TimeSpan> Wait = Durations.Seconds(
        "--wait",
        "How long to wait for an agent before hanging up.",
        TimeSpan.FromMinutes(2),
        TimeSpan.Zero,
        TimeSpan.FromHours(1));

    private static readonly Option<string> User = new("--user")
    {
        Description = "The userId to call as.",
        HelpName = "ID",
        DefaultValueFactory = _ => "cecsim-call",
    };

    private static readonly Option<string?> Authority = new("--ca")
    {
        Description = "A CA to trust besides those of this machine, PEM or DER.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Contract = new("--contract")
    {
        Description = "A contract, *.contract.yaml, that the call has to be the ladder of.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "One object for programs at the end, with the body of every answer.",
    };

    public static Command Create()
    {
        var command = new Command(
            "call", "Places a call at a CEC, real or simulated, shows each step, and says whether it went well.");
        CallTarget.AddTo(command);
        PhoneOptions.AddTo(command);
        foreach (var option in new Option[] { Media, ChatFirst, Talk, Wait, User, Authority, Contract, Json })
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = parsed.Terminal;
        SequenceContract? contract = null;
        if (parsed.GetValue(Contract) is { } file && (contract = VerifyCommand.Load(file, terminal)) is null)
        {
            return ExitCodes.WrongInput;
        }

        try
        {
            using var inner = HandlerFor(parsed.GetValue(CallTarget.Address)!, parsed.GetValue(Authority));
            return await RunAsync(
                OrderOf(parsed), contract, inner, parsed.GetValue(Json), terminal.Output, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException
            or CryptographicException)
        {
            return terminal.Refuse(e.Message);
        }
    }

    private static async Task<int> RunAsync(
        CallOrder order,
        SequenceContract? contract,
        HttpMessageHandler inner,
        bool asJson,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var shown = new ShownLadder(asJson ? null : output);
        var time = TimeProvider.System;
        using var ladder = new LadderHandler(inner, order.Target.AppSecret, time, shown.Tell);
        using var http = new HttpClient(ladder) { Timeout = Timeout.InfiniteTimeSpan };
        var cec = new CecClient(http, order.Target, time);
        using var sockets = new HttpMessageInvoker(inner, disposeHandler: false);
        var phone = order.Phone is null ? null : new Phone(order.Phone, sockets, time, () => ladder.Now, shown.Tell);
        var callPlacement = new CallPlacement(cec, order, phone, time);
        if (!asJson)
        {
            output.Write($"{HeadOf(order)}\n\n{LadderText.Heading}");
        }

        var verdict = await callPlacement.PlaceAsync(cancellationToken);
        if (contract is not null)
        {
            verdict = Judge(contract, shown.Rows, verdict);
        }

        output.Write(asJson
            ? JsonOf(order, shown, verdict).ToJsonString(LadderJson.Readable) + "\n"
            : $"\n{LadderText.Seconds(ladder.Now)} s: {verdict.Text}\n");
        return verdict.IsSound ? ExitCodes.Success : ExitCodes.Failed;
    }

    // The ladder tells requests as they were answered; a contract is about them as they were sent.
    private static CallResult Judge(SequenceContract contract, IEnumerable<LadderRow> rows, CallResult call)
    {
        var complaint = ContractVerifier.ComplaintOf(contract, rows.Select(ObservedAnswer.Of).OrderBy(s => s.SentAt));
        var verdict = new CallResult(complaint is null, ContractVerifier.TextOf(contract, complaint));
        return call.Phone is null or { IsSound: true }
            ? verdict with { Phone = call.Phone }
            : call with { Text = $"{call.Text}\n  {verdict.Text}" };
    }

    private static CallOrder OrderOf(ParseResult parsed)
    {
        var (address, appKey, appSecret, channelId) = CallTarget.Read(parsed);
        var user = parsed.GetValue(User)!;
        return new CallOrder(
            new CecClientOptions { Address = address, AppKey = appKey, AppSecret = appSecret },
            new CecCustomerIdentity { UserId = user, UserName = user, ChannelId = channelId },
            parsed.GetValue(Media),
            parsed.GetValue(ChatFirst),
            parsed.GetValue(Talk),
            parsed.GetValue(Wait),
            PhoneOptions.Read(parsed, address, parsed.GetValue(Media)));
    }

    // A redirection would take the tokens somewhere else.
    private static SocketsHttpHandler HandlerFor(Uri address, string? authority) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseProxy = !address.IsLoopback,
        SslOptions = { CertificateChainPolicy = authority is null ? null : ExtraTrust.Of(authority) },
    };

    private static string HeadOf(CallOrder order)
    {
        var authority = order.Target.Address.GetLeftPart(UriPartial.Authority);
        return VisibleText.Line($"{authority}, {WordOf(order.Media)}, user {order.Customer.UserId}");
    }

    private static JsonObject JsonOf(CallOrder order, ShownLadder shown, CallResult verdict) => new()
    {
        ["address"] = order.Target.Address.AbsoluteUri,
        ["media"] = WordOf(order.Media),
        ["userId"] = order.Customer.UserId,
        ["channelId"] = order.Customer.ChannelId,
        ["requests"] = new JsonArray([.. shown.Rows.Select(LadderJson.Of)]),
        ["phone"] = verdict.Phone is { } phone ? PhoneJson.Of(phone, shown.Steps) : null,
        ["sound"] = verdict.IsSound,
        ["outcome"] = verdict.Text,
    };

    private static string WordOf(CecMedia media) => media == CecMedia.Video ? "video" : "voice";
}
