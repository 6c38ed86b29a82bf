using System.Text;

namespace CecSim.Pacts.Tests.Consumer;

/// <summary>uploadFileStream, whose code is a returnCode, and downloadFileStream (protocol section 4.4).</summary>
internal static class Files
{
    private const string Base64 = "^[A-Za-z0-9+/]+=*$";
    private static readonly byte[] Hello = Encoding.ASCII.GetBytes("Hello");

    public static IReadOnlyList<PactInteraction> All { get; } =
    [
        new(
            "a file that is uploaded",
            request => Upload(request, "txt").WillRespond().WithStatus(200).WithJsonBody(new JsonObject
            {
                ["returnCode"] = Match.Equality("0"),
                ["objectKey"] = Match.Type("object-1"),
            }),
            async caller => Assert.Equal(
                "object-1", (await caller.Customer.UploadFileAsync(Hello, "txt", Caller.TestEnds))
                    .ValueOrThrow().ObjectKey),
            Tokens.Both),
        new(
            "a file of a kind that is not taken",
            request => Upload(request, "exe").WillRespond().WithStatus(200).WithJsonBody(new JsonObject
            {
                ["returnCode"] = Match.Equality("3"),
            }),
            async caller => Assert.Equal(
                CecRefusalMeaning.ParameterWrong,
                Caller.RefusalOf(await caller.Customer.UploadFileAsync(Hello, "exe", Caller.TestEnds)).Meaning),
            Tokens.Both),
        new(
            "a file that is downloaded",
            request => PactInteraction.Answer(
                Download(
                    request.Given("a file was uploaded", new JsonObject { ["content"] = "Hello" }),
                    Match.Type("object-1").FromState("${objectKey}")),
                "0",
                new JsonObject { ["fileStream"] = Match.Regex(Convert.ToBase64String(Hello), Base64) }),
            async caller => Assert.Equal(
                Hello,
                (await caller.Customer.DownloadFileAsync("object-1", "txt", cancellationToken: Caller.TestEnds))
                    .ValueOrThrow().ToArray()),
            Tokens.Both),
        new(
            "a file that there is not",
            request => PactInteraction.Answer(
                Download(request.Given("a user is signed in"), Match.Type("no-such-file")),
                "13",
                "fsservice downloadFile is failed"),
            async caller => Assert.Equal(
                CecRefusalMeaning.FileNotTransferred,
                Caller.RefusalOf(await caller.Customer.DownloadFileAsync(
                    "no-such-file", "txt", cancellationToken: Caller.TestEnds)).Meaning),
            Tokens.Both),
    ];

    private static RequestBuilder Upload(RequestBuilder request, string fileType) => request
        .Given("a user is signed in")
        .Post("uploadFileStream", new JsonObject
        {
            ["fileType"] = Match.Equality(fileType),
            ["fileStream"] = Match.Regex(Convert.ToBase64String(Hello), Base64),
            ["channel"] = Requests.Channel(),
        });

    private static RequestBuilder Download(RequestBuilder request, JsonObject fileId) => request
        .Post("downloadFileStream", new JsonObject
        {
            ["fileId"] = fileId,
            ["fileType"] = Match.Equality("txt"),
            ["channel"] = Requests.Channel(),
        });
}
