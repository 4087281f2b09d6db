const words = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/);

export const firstNames = words(`James, Mary, Robert, Patricia, John, Jennifer, Michael, Linda, David, Elizabeth, William, Barbara, Richard, Susan, Joseph, Jessica,
  Thomas, Sarah, Carlos, Maria, Daniel, Nancy, Matthew, Lisa, Anthony, Anna, Mark, Sandra, Paul, Emily, Steven, Laura, Andrew, Olivia, Kenji, Yuki, Hans, Greta,
  Pierre, Camille, Luca, Giulia, Priya, Arjun, Wei, Mei, Ahmed, Fatima, Omar, Aisha, Ivan, Elena, Lukas, Sofia, Diego, Lucia, Noah, Emma, Liam, Chloe`);

export const lastNames = words(`Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Lopez, Wilson, Anderson, Taylor, Moore, Jackson,
  Martin, Lee, Thompson, White, Harris, Clark, Lewis, Walker, Young, King, Wright, Scott, Green, Baker, Adams, Nelson, Carter, Mitchell, Perez, Roberts,
  Schmidt, Fischer, Weber, Dubois, Laurent, Rossi, Ferrari, Tanaka, Sato, Patel, Sharma, Singh, Chen, Wang, Khan, Silva, Santos, Kowalski, Novak, Murphy, O'Brien, Hughes`);

export const streets = words('Main Street, Oak Avenue, Park Road, High Street, Maple Drive, Station Road, Church Lane, River Street, Hill Road, Lake View, Cedar Court, Mill Lane');

export const cities = words('New York, London, Berlin, Paris, Madrid, Rome, Toronto, Sydney, Tokyo, Mumbai, Chicago, Boston');

export const countries = words('USA, UK, Germany, France, Spain, Italy, Canada, Australia, Japan, India');

export const emailDomains = words('gmail.com, yahoo.com, outlook.com, hotmail.com, example.com, icloud.com, company.org');

export const nouns = words('Alpha, Harbor, Summit, Cedar, Nova, Pioneer, Atlas, Willow, Orbit, Falcon, Amber, Delta, Granite, Meadow, Comet, Lantern, Coral, Maple, Zenith, Prairie');

export const sentences = words('Arrived on time, Needs a second look, Asked for more detail, Very satisfied, Will call back, Nothing to add, Waiting for a part, Changed at short notice');
