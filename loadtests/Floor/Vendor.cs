using System.Globalization;

namespace Floor;

/// <summary>CEC's routes, answered with constants.</summary>
internal static class Vendor
{
    private const string TokenHeader = "ccmessaging-token";
    private static readonly Answer Done = new("0", "success");

    public static void MapVendor(this WebApplication app, Customers customers)
    {
        app.MapPost("/apigovernance/api/oauth/tokenByAkSk", (TokenRequest request) => TypedResults.Json(
            new TokenAnswer(
                request.AppKey,
                "Bearer",
                "00112233445566778899aabbccddeeff",
                "1545650171",
                "600",
                "00112233445566778899aabbccddeeff",
                "Anonymous"),
            TokenJson.Default.TokenAnswer));

        var messaging = app.MapGroup("/apiaccess/ccmessaging");
        messaging.MapPost("/applyToken", (UserRequest request) =>
        {
            customers.Find(request.UserId);
            return TypedResults.Ok(new MessagingToken("0", "", request.UserId));
        });
        messaging.MapPost("/v1/createClickToCall", () => TypedResults.Ok(Done));
        messaging.MapPost("/v1/dropClickToCall", (HttpRequest request) =>
        {
            Of(request, customers).Answer();
            return TypedResults.Ok(Done);
        });
        messaging.MapGet("/v1/getClickToCallEvents", async (HttpRequest request) =>
            await Of(request, customers).ParkAsync(HoldOf(request)) is { } text
                ? Results.Ok(new EventAnswer("0", text, 168102, ""))
                : Results.Ok(Done));
    }

    private static TimeSpan? HoldOf(HttpRequest request) =>
        int.TryParse(request.Headers["x-floor-hold-ms"], CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private static Customer Of(HttpRequest request, Customers customers) =>
        customers.Find(request.Headers[TokenHeader].ToString());
}
