using CecSim.Client;
using CecSim.Client.Calls;

var builder = WebApplication.CreateBuilder(args);

// What the app host gives whoever references "cec"; a real CEC is named by the same settings.
var settings = builder.Configuration;
builder.Services.AddHttpClient("cec");
builder.Services.AddSingleton(services => new CecClient(
    () => services.GetRequiredService<IHttpClientFactory>().CreateClient("cec"),
    new CecClientOptions
    {
        Address = new Uri(settings.GetConnectionString("cec")!),
        AppKey = settings["CEC_APPKEY"]!,
        AppSecret = settings["CEC_APPSECRET"]!,
    }));

var app = builder.Build();

// Calls, hangs up once an agent is there, and tells what happened, step by step.
app.MapGet("/call/{user}", async (string user, CecClient cec, CancellationToken gone) =>
{
    var customer = cec.Customer(
        new CecCustomerIdentity { UserId = user, UserName = user, ChannelId = settings["CEC_CHANNELID"]! });
    var call = (await customer.CreateCallAsync(CecMedia.Voice, gone)).ValueOrThrow();
    var steps = new List<string>();
    await foreach (var happened in call.EventsAsync(gone))
    {
        steps.Add(happened.GetType().Name);
        if (happened is CecCallEvent.Connected)
        {
            await call.DropAsync(gone);
        }
    }

    return steps;
});

app.Run();
