const split = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

export const firstNames = split(`James, Mary, Robert, Patricia, John, Jennifer, Michael, Linda, David, Elizabeth, William, Barbara, Richard, Susan, Joseph, Jessica, Thomas, Sarah, Carlos, Maria,
  Daniel, Nancy, Matthew, Lisa, Anthony, Anna, Mark, Sandra, Paul, Emily, Steven, Laura, Andrew, Olivia, Kenji, Yuki, Hans, Greta, Pierre, Camille, Luca, Giulia, Priya, Arjun, Wei, Mei, Ahmed,
  Fatima, Omar, Aisha, Ivan, Elena, Lukas, Sofia, Diego, Lucia, Noah, Emma, Liam, Chloe, Nina, Oscar, Ruth, Victor, Helen, Martin, Clara, Felix, Grace, Simon`);
export const lastNames = split(`Smith, Johnson, Williams, Brown, Jones, Garcia, Miller, Davis, Rodriguez, Martinez, Lopez, Wilson, Anderson, Taylor, Moore, Jackson, Martin, Lee, Thompson, White,
  Harris, Clark, Lewis, Walker, Young, King, Wright, Scott, Green, Baker, Adams, Nelson, Carter, Mitchell, Perez, Roberts, Schmidt, Fischer, Weber, Dubois, Laurent, Rossi, Ferrari, Tanaka, Sato,
  Patel, Sharma, Singh, Chen, Wang, Khan, Silva, Santos, Kowalski, Novak, Murphy, O'Brien, Hughes, Bennett, Hoffmann, Meyer, Costa, Kim, Nguyen, Cohen`);
export const titles = split(`Silent River, Northern Light, Golden Gate, Blue Horizon, Hidden Valley, First Step, Morning Star, Second Chance, Open Sky, Winter Garden, Red Harbor, Long Way Home, Quiet Storm,
  Green Field, Silver Lake, Broken Arrow, Bright Future, Old Bridge, New Dawn, Deep Water, Lost Key, Iron Hill, Paper Moon, Crystal Bay, Evening Song, Stone Tower, White Sail, Secret Path`);
export const companies = split('Acme, Globex, Initech, Northwind, Contoso, Umbrella Group, Stark Supplies, Blue Ocean, Hillside, Sunrise, Evergreen, Riverbank, Lakeside, Summit Partners, Oakwood, Pinnacle, Horizon, Redstone, Fairview, Maplewood');
export const cities = split('New York, London, Berlin, Paris, Madrid, Rome, Toronto, Sydney, Tokyo, Mumbai, Chicago, Boston, Munich, Vienna, Lisbon, Dublin');
export const countries = split('USA, UK, Germany, France, Spain, Italy, Canada, Australia, Japan, India, Brazil, Mexico');
export const streets = split('Main Street, Oak Avenue, Park Road, High Street, Maple Drive, Station Road, Church Lane, River Street, Hill Road, Lake View, Cedar Court, Mill Lane');
export const mailHosts = split('gmail.com, yahoo.com, outlook.com, hotmail.com, example.com, icloud.com, company.org, web.de, proton.me');
export const phonePrefixes = split('+1, +44, +49, +33, +34, +39, +1-212, +1-415, +44-20, +49-30, +33-1');
