using CecSim.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ClickToDial;

public static class CallDeskServices
{
    private const string Cec = "cec";

    /// <summary>
    /// Adds a <see cref="CallDesk"/> whose requests go through an <see cref="HttpClient"/> of the factory.
    /// </summary>
    public static IServiceCollection AddCallDesk(
        this IServiceCollection services, CecClientOptions options, string channelId)
    {
        services.AddHttpClient(Cec);
        services.AddSingleton(provider => new CecClient(
            () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(Cec), options));
        return services.AddSingleton(provider => new CallDesk(provider.GetRequiredService<CecClient>(), channelId));
    }
}
